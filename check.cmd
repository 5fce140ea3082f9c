@echo off
rem Sets Verifier up where that is needed, then checks everything: format, lint, types, import
rem law, tests. check ARGS... hands ARGS to pytest.
setlocal
call "%~dp0scripts\python.cmd" || exit /b 1
%PYTHON% "%~dp0scripts\setup.py" || exit /b 1
"%~dp0.venv\Scripts\python.exe" "%~dp0scripts\check.py" %*
exit /b %ERRORLEVEL%
