### Veien som linjer og spørsmål. Hver linje høres for seg: den er en setning, og den viser ikke til hvor noe står.

welcome = broker-setup kobler virksomheten din til Altinn Formidling. I stedet for et svar kan du alltid skrive et ord. Skriv hjelp for å få spørsmålet forklart, eller tilbake for spørsmålet før. Skriv senere for å gå videre uten det, eller avslutt for å slutte.
commands = Skriv veiledning for å høre veiledningen til dette steget, eller igjen for å høre alt som gjenstår. Skriv tilbake for spørsmålet før, senere for å gå videre uten dette, eller avslutt for å slutte. Ingenting du har svart på, går tapt.

# Ordene som ikke er svar. Engelsk forstås alltid også.
command-help = hjelp
command-guide = veiledning
command-left = igjen
command-back = tilbake
command-later = senere
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
command-size = størrelse
command-anew = ny
command-same = likt
command-fill = fyll
command-all = alt

no-guide = Veiledningen begynner når du har valgt en rolle.
none-left = Hva som gjenstår, er kjent når du har valgt en rolle.
no-earlier = Det er ikke noe spørsmål før dette.
nothing-kept = Avsluttet. Det ble ikke spurt om noe som måtte tas vare på.
parting = Avsluttet. Alt du har svart, ligger i profilen { $name }. Gå videre med: { $command }

## Å velge og å skrive

pick = Skriv et tall fra 1 til { $count }.
pick-default = Skriv et tall fra 1 til { $count }. Enter alene tar { $default }.
which-question = Valget ditt
choices =
    { $count ->
        [one] Skriv tallet, eller en annen verdi.
       *[other] Skriv et tall fra 1 til { $count }, eller en annen verdi.
    }
choices-one = Skriv 1 for å ta den, eller en annen verdi.
choices-more =
    { $count ->
        [one] Det er én til. Skriv et tall, eller en del av et navn for bare å høre dem som passer.
       *[other] Det er { $count } til. Skriv et tall, eller en del av et navn for bare å høre dem som passer.
    }
example = For eksempel { $value }
stands = Enter alene beholder det som det er: { $value }
proposed = Enter alene tar forslaget: { $value }
may-be-left-out = Enter alene lar det være som det er: { $value }.
without-an-answer = Uten svar: { $value }.
also-as = Svaret lagres som { $field }. I en kommando skriver du det med { $flag }.
kept = Tatt vare på. { $field }: { $value }
kept-as-proposed = Tatt vare på.
aside = Skriv til side for å legge dette steget til side i stedet.
aside-offered = ingen av delene nå: legg dette steget til side

## Begynnelsen

which-profile =
    { $known ->
        [0] Hvor vil du begynne?
       *[other] Gå videre med en profil, eller begynn på en ny.
    }
role-question = Rollen din
name = Et navn på profilen. Enter alene tar forslaget: { $value }
name-question = Navn
made = Profilen { $name } er laget. Hvert svar tas vare på med en gang.
fill-nothing = Gå hele veien, som for test og produksjon. Sandkassen spiller portalen, Altinn Servicedesk og den som godkjenner.
fill-explained = Med svarene fylt inn ser du på et minutt hvordan det er når det virker. Hele veien viser hva hver del trenger.

## Det neste

step = Steg { $number } av 5: { $step }.
left-count =
    { $count ->
        [0] Ingenting gjenstår.
        [one] Én ting gjenstår.
       *[other] { $count } ting gjenstår, i denne rekkefølgen.
    }
all-put-off = Du har utsatt alt som gjenstår.
enter-begins-again = Enter begynner med den første av dem igjen
checking = Sjekker.
still-checking = Sjekker fremdeles: { $done } av { $all } er ferdige.
result = { $check }: { $verdict }.
unchanged = Ingenting er endret.
enter-checks = Enter sjekker nå

## Det programmet gjør

agree = Skriv ja for å gjøre det, eller nei for å la alt være som det er.
agree-size = Skriv størrelse og en størrelse, for eksempel størrelse 40 MiB, for å sende en fil som er så stor.
agree-anew = Skriv ny for å sende en ny fil i stedet for å fortsette med en, eller omvendt.
agree-question = Ja eller nei
meant-name = Dette er produksjon. Skriv profilens navn, { $wanted }, for å si at du mener det.
meant-id = Dette ble laget et annet sted, ikke av dette programmet. Skriv { $wanted } for å si at du mener det.
meant-question = Skriv det
requests =
    { $count ->
        [0] Ingen forespørsel sendes.
        [one] Én forespørsel sendes:
       *[other] { $count } forespørsler sendes:
    }
percent = { $percent } prosent

## Brev

letter-to-nobody = Til { $receiver }. Ingen adresse er kjent: skriv til og en e-postadresse for å oppgi en.
letter-subject = Emne: { $subject }
letter-ends = Her slutter brevet. Dette programmet sender ingenting.
letter-sent = Send det selv, og skriv så sendt.
letter-words = Skriv lagre for å skrive det til en fil, eller lagre og navnet på en fil. Skriv nb, nn eller en for å høre det på et annet språk. Skriv til og en e-postadresse for å endre hvor det skal. Skriv kontakt for å si hvem mottakeren kan svare, eller mailto for en lenke som åpner det i et e-postprogram.
letter-question = Sendt

## Ærend i en portal

public-key = Den offentlige nøkkelen, på én linje:
scopes = Scopene som klienten trenger, ett på hver linje:
page = Siden:
enter-when-done = Enter når det er gjort
compare-question = Hva er ulikt
compare-same = ingenting: alt er likt der
errand-make-client-1 = Kopier ID-en til klienten fra portalen: du blir spurt om den her etterpå. ID-en til den nye nøkkelen (kid) er { $kid }.
errand-make-client-after = Det kan gå ti minutter før en ny klient er kjent overalt.
errand-add-scopes-after = Det virker innen noen minutter.
errand-compare-client-1 = Sammenlign ID-en til klienten med { $client }.
errand-compare-client-2 = Sammenlign ID-en til nøkkelen (kid) i nøkkelseksjonen med { $kid }.
errand-compare-client-after = Si hva som er ulikt, og oppgi det på nytt her.
errand-approve-1 = Les hva { $party } blir bedt om, og godkjenn det.

## Å vente

looks-again = Programmet spør Altinn igjen av seg selv, neste gang { $at }.
enter-looks = Enter ser etter nå
wait-asked = Skriv påminn for en påminnelse du kan sende, eller nei hvis de har sagt nei.
wait-unasked = Skriv ordet skriv for å få meldingen du kan sende, eller nei hvis de har sagt nei.
no-explained = Grunnen tas vare på, og vises sammen med hva som kan gjøres.
