@echo off
setlocal
set PYTHONUTF8=1
call "%~dp0python.cmd" || exit /b 1
%GUITU_PYTHON% "%~dp0start.py" %*
