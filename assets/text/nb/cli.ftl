help-command-plan = Viser hvem som gjør hva og hvor lang tid det tar, før du begynner; spør ingen
