help-command-plan = Viser alt som trengs: hvem gjør hva, og hvor lang tid det tar; spør ingen (i TT02 om du ikke sier noe annet)
