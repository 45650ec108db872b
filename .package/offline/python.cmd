@echo off
rem Finds Python @PYTHON@: in the folder python beside this file, then as Windows knows it.
if exist "%~dp0python\python.exe" (set GUITU_PYTHON="%~dp0python\python.exe") else (
  py -@PYTHON@ -c "pass" >nul 2>nul && set GUITU_PYTHON=py -@PYTHON@
)
if not defined GUITU_PYTHON (python -c "import sys; sys.exit(sys.version_info[:2] != (@TUPLE@))" >nul 2>nul && set GUITU_PYTHON=python)
if defined GUITU_PYTHON exit /b 0
echo Python @PYTHON@ was not found. Unpack the embeddable package of Python @PYTHON@ into the folder "python" here.
pause
exit /b 1
