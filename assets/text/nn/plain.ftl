### Vegen som linjer og spørsmål. Kvar linje blir høyrd for seg: ho er ei setning, og ho viser ikkje til kvar noko står.

welcome = broker-setup koplar verksemda di til Altinn Formidling. I staden for eit svar kan du alltid skrive eit ord. Skriv hjelp for å få spørsmålet forklart, eller tilbake for spørsmålet før. Skriv seinare for å gå vidare utan det, eller avslutt for å slutte.
commands = Skriv rettleiing for å høyre rettleiinga til dette steget, eller igjen for å høyre alt som står igjen. Skriv tilbake for spørsmålet før, seinare for å gå vidare utan dette, eller avslutt for å slutte. Ingenting du har svart på, går tapt.

# Orda som ikkje er svar. Engelsk blir alltid forstått også.
command-help = hjelp
command-guide = rettleiing
command-left = igjen
command-back = tilbake
command-later = seinare
command-quit = avslutt
command-aside = til side
command-no = nei
command-remind = påminn
command-write = skriv
command-sent = sendt
command-save = lagre
command-to = til
command-mailto = mailto
command-contact = kontakt
command-size = storleik
command-anew = ny
command-same = likt
command-fill = fyll
command-all = alt

no-guide = Rettleiinga byrjar når du har valt ei rolle.
none-left = Kva som står igjen, er kjent når du har valt ei rolle.
no-earlier = Det er ikkje noko spørsmål før dette.
nothing-kept = Avslutta. Det blei ikkje spurt om noko som måtte takast vare på.
parting = Avslutta. Alt du har svart, ligg i profilen { $name }. Gå vidare med: { $command }

## Å velje og å skrive

pick = Skriv eit tal frå 1 til { $count }.
pick-default = Skriv eit tal frå 1 til { $count }. Enter åleine tek { $default }.
which-question = Valet ditt
choices =
    { $count ->
        [one] Skriv talet, eller ein annan verdi.
       *[other] Skriv eit tal frå 1 til { $count }, eller ein annan verdi.
    }
choices-one = Skriv 1 for å ta den, eller ein annan verdi.
choices-more =
    { $count ->
        [one] Det er éin til. Skriv eit tal, eller ein del av eit namn for berre å høyre dei som passar.
       *[other] Det er { $count } til. Skriv eit tal, eller ein del av eit namn for berre å høyre dei som passar.
    }
example = Til dømes { $value }
stands = Enter åleine beheld det som det er: { $value }
proposed = Enter åleine tek forslaget: { $value }
may-be-left-out = Enter åleine lèt det vere som det er: { $value }.
without-an-answer = Utan svar: { $value }.
also-as = Svaret blir lagra som { $field }. I ein kommando skriv du det med { $flag }.
kept = Teke vare på. { $field }: { $value }
kept-as-proposed = Teke vare på.
aside = Skriv til side for å legge dette steget til side i staden.
aside-offered = ingen av delane no: legg dette steget til side

## Byrjinga

which-profile =
    { $known ->
        [0] Kvar vil du starte?
       *[other] Gå vidare med ein profil, eller start på ein ny.
    }
role-question = Rolla di
name = Eit namn på profilen. Enter åleine tek forslaget: { $value }
name-question = Namn
made = Profilen { $name } er laga. Kvart svar blir teke vare på med ein gong.
fill-nothing = Gå heile vegen, som for test og produksjon. Sandkassa spelar portalen, Altinn Servicedesk og den som godkjenner.
fill-explained = Med svara fylte inn ser du på eit minutt korleis det er når det verkar. Heile vegen viser kva kvar del treng.

## Det neste

step = Steg { $number } av 5: { $step }.
left-count =
    { $count ->
        [0] Ingenting står igjen.
        [one] Éin ting står igjen.
       *[other] { $count } ting står igjen, i denne rekkjefølgja.
    }
all-put-off = Du har utsett alt som står igjen.
enter-begins-again = Enter byrjar med den første av dei igjen
checking = Sjekkar.
still-checking = Sjekkar framleis: { $done } av { $all } er ferdige.
result = { $check }: { $verdict }.
unchanged = Ingenting er endra.
enter-checks = Enter sjekkar no

## Det programmet gjer

agree = Skriv ja for å gjere det, eller nei for å la alt vere som det er.
agree-size = Skriv storleik og ein storleik, til dømes storleik 40 MiB, for å sende ei fil som er så stor.
agree-anew = Skriv ny for å sende ei ny fil i staden for å halde fram med ei, eller omvendt.
agree-question = Ja eller nei
meant-name = Dette er produksjon. Skriv namnet på profilen, { $wanted }, for å seie at du meiner det.
meant-id = Dette blei laga ein annan stad, ikkje av dette programmet. Skriv { $wanted } for å seie at du meiner det.
meant-question = Skriv det
requests =
    { $count ->
        [0] Ingen førespurnad blir send.
        [one] Éin førespurnad blir send:
       *[other] { $count } førespurnader blir sende:
    }
percent = { $percent } prosent

## Brev

letter-to-nobody = Til { $receiver }. Inga adresse er kjend: skriv til og ei e-postadresse for å oppgi ei.
letter-subject = Emne: { $subject }
letter-ends = Her sluttar brevet. Dette programmet sender ingenting.
letter-sent = Send det sjølv, og skriv så sendt.
letter-words = Skriv lagre for å skrive det til ei fil, eller lagre og namnet på ei fil. Skriv nb, nn eller en for å høyre det på eit anna språk. Skriv til og ei e-postadresse for å endre kvar det skal. Skriv kontakt for å seie kven mottakaren kan svare, eller mailto for ei lenke som opnar det i eit e-postprogram.
letter-question = Sendt

## Ærend i ein portal

public-key = Den offentlege nøkkelen, på éi linje:
scopes = Scopa som klienten treng, eitt på kvar linje:
page = Sida:
enter-when-done = Enter når det er gjort
compare-question = Kva er ulikt
compare-same = ingenting: alt er likt der
errand-make-client-1 = Kopier ID-en til klienten frå portalen: du blir spurd om han her etterpå. ID-en til den nye nøkkelen (kid) er { $kid }.
errand-make-client-after = Det kan gå ti minutt før ein ny klient er kjend overalt.
errand-add-scopes-after = Det verkar innan nokre minutt.
errand-compare-client-1 = Samanlikn ID-en til klienten med { $client }.
errand-compare-client-2 = Samanlikn ID-en til nøkkelen (kid) i nøkkelseksjonen med { $kid }.
errand-compare-client-after = Sei kva som er ulikt, og oppgi det på nytt her.
errand-approve-1 = Les kva { $party } blir beden om, og godkjenn det.

## Å vente

looks-again = Programmet spør Altinn igjen av seg sjølv, neste gong { $at }.
enter-looks = Enter ser etter no
wait-asked = Skriv påminn for ei påminning du kan sende, eller nei viss dei har sagt nei.
wait-unasked = Skriv ordet skriv for å få meldinga du kan sende, eller nei viss dei har sagt nei.
no-explained = Grunnen blir teken vare på, og vist saman med kva som kan gjerast.
