"""Who carries out the commands: one small class for each subject."""
