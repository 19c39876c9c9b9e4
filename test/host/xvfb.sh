#!/bin/sh
# Runs the desktop where there is no display. $DELEGATE_NOTES_DESKTOP: its executable, set by executable.mjs.
exec xvfb-run --auto-servernum "$DELEGATE_NOTES_DESKTOP" "$@"
