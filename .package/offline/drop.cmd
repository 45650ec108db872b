@echo off
rem Drop plan documents or a folder onto this file: it reads them, writes a page beside them and opens it.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
call "%~dp0python.cmd" || exit /b 1
if not exist "%~dp0lib" call "%~dp0@INSTALL@"
%GUITU_PYTHON% "%~dp0start.py" --drop %*
if errorlevel 1 pause
