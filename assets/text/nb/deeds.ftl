## Brev

letter-yours-to-send = Dette brevet sender du selv. Går du videre, noteres det at det er sendt, med dagens dato; ingenting forlater denne maskinen.
letter-reminds = Denne påminnelsen sender du selv. Går du videre, noteres den; ingenting forlater denne maskinen.
letter-asked-before = Dette ble det bedt om { $day } allerede. Brevet skrives igjen, og dagen blir stående.
    .fix = Har det gått en uke uten svar, så send en påminnelse.
letter-noted = Notert at du ba om det { $day }.
    .fix = Send brevet hvis du ikke har gjort det. Sjekkene ser selv hva mottakeren endrer i Altinn.
reminder-noted = Påminnelsen er notert.
no-would-be-noted = Det noteres at mottakeren har sagt nei. Ingen får beskjed.
no-noted = Notert at mottakeren sa nei: { $reason }
    .fix = Rett det svaret nevner, og skriv til dem igjen.
not-asked-yet = Ingen brev venter på svar her.
    .fix = Send brevet først.
letter-not-for-owner = En tjenesteeier skriver ikke dette brevet: det er for avsendere og mottakere.
    .fix = Velg noe annet.
letter-would-be-forgotten = Notatet om at du sendte dette brevet, fjernes. Et brev som er sendt, kan ikke trekkes tilbake.
letter-forgotten = Notatet er borte: brevet regnes som ikke sendt.
