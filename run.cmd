@echo off
rem Sets Verifier up where that is needed, then starts it: run opens the window, run ARGS... is
rem the command line (run --help).
setlocal
call "%~dp0scripts\python.cmd" || exit /b 1
%PYTHON% "%~dp0scripts\setup.py" || exit /b 1
"%~dp0.venv\Scripts\python.exe" "%~dp0main.py" %*
exit /b %ERRORLEVEL%
