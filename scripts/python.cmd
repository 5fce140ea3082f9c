@echo off
rem Called by run.cmd and check.cmd: finds a Python that Verifier can use, sets PYTHON.
set "FITS=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))"
for %%P in ("py -3.14" "py -3.13" "py -3.12" "py -3.11" "python" "python3") do (
    %%~P -I -S -c "%FITS%" >nul 2>nul && (
        set "PYTHON=%%~P"
        exit /b 0
    )
)
echo Verifier needs Python 3.11 to 3.14. Install it from python.org/downloads, then start again. 1>&2
exit /b 1
