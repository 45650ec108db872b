@echo off
rem Installs Guitu into the folder lib beside this file: no network, no rights, nothing outside this folder.
setlocal
cd /d "%~dp0"
chcp 65001 >nul
set PYTHONUTF8=1
call "%~dp0python.cmd" || exit /b 1
if exist lib rmdir /s /q lib
for %%p in (wheels\pip-*.whl) do set "PIP=%%p\pip"
%GUITU_PYTHON% "%PIP%" install --quiet --no-index --no-deps --no-warn-script-location --find-links wheels --target lib -r wheels\all.txt
if errorlevel 1 (pause & exit /b 1)
%GUITU_PYTHON% -c "print('\u5df2\u88c5\u597d\uff0c\u628a\u89c4\u5212\u6587\u4ef6\u5939\u62d6\u5230 \u89c4\u56fe.cmd \u4e0a\u3002 Installed: drop a folder of plans onto it.')"
pause
