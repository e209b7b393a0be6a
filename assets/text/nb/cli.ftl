### The command line and the reports.

report-checked = sjekket { $at }

said-nothing-found = Ingenting er sjekket ennå. Kjør: { $command }
said-progress = sjekker { $check } ({ $done } av { $all })
said-listening = Bare denne maskinen når denne adressen: Altinn trenger en tunnel til den. Ctrl-C stopper.
said-listening-keeps-nothing = Hendelsene vises bare. Oppgi tilkoblingen for å ta vare på dem: --profile NAME eller --answers FILE.
said-listening-public = Altinn når den på { $url }, så lenge den leder til denne maskinen. Ctrl-C stopper.
said-endpoint-kept = Adressen er tatt vare på som webhooken din. Abonner på den nå: { $command }
said-polling = Spør Altinn om hendelser. Hver av dem vises et halvt minutt etter at den skjedde. Ctrl-C stopper.
said-polling-proves-nothing = Steg 5 bevises foreløpig av webhooken din. Velg der at du spør Altinn, så beviser det som kommer her, steget.
said-confirm = Gå videre? [j/N]{ " " }
said-takes = Denne svarfilen tar noe som er ditt, og bestemmer selv hvor det går: { $what }. Det går til { $whom }. Si bare ja hvis du vet hvem som har skrevet filen. Du blir ikke spurt igjen før filen endres.
said-taken = { $label } ({ $from })
said-own-addresses = Dette miljøet har egne adresser: tokens bes om hos { $maskinporten } og sendes til { $platform }.
said-own-admin = Tokens for å administrere klientene sendes til { $admin }.
said-yes = ja
said-password = Den private nøkkelen er beskyttet. Passordet til den (vises ikke, lagres aldri):{ " " }
said-password-wrong = Det passordet åpner den ikke. Igjen:{ " " }
said-confirm-id = Dette er laget et annet sted, ikke av dette programmet. Skriv { $id } for å gå videre:{ " " }
said-add-answer = Legg til denne linjen i svarfilen din: { $line }
said-journal-empty = Ingenting er laget ennå.
said-confirm-name = Dette er produksjon. Skriv { $name } for å gå videre:{ " " }
said-removed = Fjernet { $name }.
said-made = Laget { $name }: { $path }
said-opened-next = { $name } er profilen som brukes fra nå av.
said-nothing-done = Ingenting ble gjort.
said-not-kept = Det som ikke er lagret, er tapt. Gi plass, eller la brukeren din skrive der, og gjør det så igjen.
said-no-profiles = Det finnes ingen profiler ennå. Kjør: { $command }

arrival-validation = { $at }  Altinn validerte webhooken.
arrival-validation-of = { $at }  Altinn validerte webhooken til abonnement { $subscription }.
arrival-event = { $at }  { $kind }  hendelse { $id }
arrival-event-about = { $at }  { $kind }  filoverføring { $transfer }  hendelse { $id }
arrival-event-not-kept = { $at }  Hendelse { $id } kom og kunne ikke lagres. Altinn har fått vite det, og sender den igjen.
arrival-refused = { $at }  Avvist med { $status }: det var ingen hendelse.
arrival-received-test = Mottatt: ressursen og organisasjonen er dine, og den gjelder testoverføringen din.
arrival-received = Mottatt: ressursen og organisasjonen er dine. Den gjelder en annen filoverføring enn den siste testen din.
arrival-other-resource = Den gjelder en annen ressurs: { $given }
arrival-other-party = Den er til en annen organisasjon: { $given }
arrival-other-type = Den er av en type du ikke venter på: { $given }
arrival-no-transfer = Den nevner ingen filoverføring.
forwarded-answered = Programmet ditt svarte { $status } på { $id } ({ $took }).
forwarded-unanswered = Programmet ditt svarte ikke på { $id }: { $reason }
waits-subscription = Abonner, så Altinn sender hendelser hit: { $command }
waits-transfer = Ingen hendelse ennå: bare en filoverføring lager en, og ingen er sendt siden.
waits-next-try = Ingen hendelse ennå. Neste forsøk senest om { $left }; ikke sikkert før { $until }.
waits-another = Den siste filoverføringen ga ingen hendelse. Send én test til.

problem-before-command = --env og --profile før { $command } hører til veiviseren. Skriv --profile etter { $command }.
problem-no-terminal = Det er ingen terminal å vise veiviseren på. Uten en kan du kjøre: { $command }
problem-check-unknown = { $check } er ikke en sjekk. Sjekkene for rollen { $role } er: { $checks }.
problem-needs-yes = Det er ingen terminal å spørre på. Legg til --yes når du har lest hva som vil bli gjort; --dry-run viser det.
problem-needs-trust = Ingenting ble sendt. Denne svarfilen tar noe som er ditt, og bestemmer selv hvor det går: { $what }. Det ville gå til { $whom }. Vet du hvem som har skrevet filen, legg til --trust-answers; i en terminal blir du spurt i stedet.
problem-needs-confirm = Dette er produksjon. Legg til --confirm { $organisation } for å si at du mener det.
problem-needs-confirm-unknown = Dette er produksjon, og virksomheten er ikke fylt inn: ingenting gjøres.
problem-confirm-differs = --confirm oppgir { $given }, og virksomheten er { $organisation }: ingenting ble gjort.
problem-needs-confirm-id = Dette er laget et annet sted, ikke av dette programmet. Legg til --confirm-id { $id } for å si at du mener det.
problem-confirm-id-differs = --confirm-id oppgir en annen ID enn { $id }: ingenting ble gjort.
problem-public-url = Oppgi en https-adresse som leder til denne maskinen, i stedet for { $url }.
problem-forward-to = Oppgi adressen til programmet ditt som http eller https, i stedet for { $url }.
problem-replay-none = Ingen hendelse er tatt vare på ennå. Lytt etter en først: broker-setup listen
problem-replay-unknown = Oppgi en hendelse som er tatt vare på: { $known }. Ingen har ID-en { $id }.
problem-replay-not-whole = Hendelse { $id } var for lang til å bli tatt vare på i sin helhet. Oppgi en annen.
problem-no-entry = Journalen har ingen innføring { $id }. Kjør: broker-setup journal
problem-entry-of-other = Innføring { $id } tilhører en annen virksomhet, en annen rolle eller et annet miljø enn denne profilen. Oppgi den rette med --profile.
problem-needs-deed = Oppgi hva som skal gjøres. Valgene er: { $deeds }.
problem-log = Loggen { $path } kan ikke skrives: { $reason }
problem-nothing-to-explain = Nevn hva som skal forklares: en kode, en tekst, en sjekk eller et svar. En tekst kan også sendes inn gjennom et rør.
problem-input = Standard inn kunne ikke leses: { $reason }
problem-trace = Sporet { $path } kan ikke skrives: { $reason }
problem-trace-taken = { $path } finnes alt og er ikke et spor fra dette programmet. Nevn en annen fil med --trace.
problem-system = Dette programmet kunne ikke starte: { $reason }
problem-output = Resultatet kunne ikke skrives: { $reason }

help-about = Kobler en virksomhet til Altinn Formidling, Norges tjeneste for å overføre filer mellom virksomheter, og beviser at det virker. Uten en kommando åpnes veiviseren.
help-answers-heading = Svar (hvert av dem kan også være en linje i en svarfil)
help-checks-heading = Sjekker:
help-after =
    Sluttkoder: 0 det er klart, eller det som ble spurt om, er i orden; 1 noe må gjøres eller ventes på; 2 feil kall; 3 noe kunne ikke spørres om, eller det er ikke klart; 4 noe er ikke på disken som burde være der; 130 avbrutt.
    Profiler har referanser til hemmeligheter, aldri en hemmelighet: file:PATH, env:NAME, cmd:PROGRAM ARGUMENTS.

help-arg-env = Miljøet å starte i
help-arg-profile = Profilen som skal brukes
help-arg-answers = En TOML-fil med svarene; file: i den regnes fra filen
help-arg-trace = Skriver hvert kall til en tjeneste til denne filen som en linje JSON, uten hemmeligheter
help-arg-format = Hvordan resultatet skrives
help-arg-log = Skriv en logg til denne filen, som bare du kan lese; den har ingen hemmeligheter
help-arg-language = Språket du snakkes til på; ellers det i innstillingene dine, ellers det i systemet
help-arg-ids = Bare disse sjekkene, med det de trenger; alle hvis ingen er oppgitt
help-arg-deed = Hva som skal gjøres; --list sier hva som finnes
help-arg-list = Vis hva som kan gjøres
help-arg-dry-run = Vis hva som vil bli gjort, og gjør ingenting
help-arg-trust-answers = La svarfilen ta hemmeligheter og filer utenfor mappen sin, og sende dem til adresser som den selv oppgir
help-arg-yes = Ikke spør først
help-arg-confirm-id = For noe som er laget et annet sted: ID-en til det, for å si at du mener det
help-undo-id = ID-en til innføringen, slik journalen viser den
help-arg-confirm = For produksjon: organisasjonsnummeret, for å si at du mener det
help-arg-file = Filen som skal sendes, i stedet for 64 KiB som lages
help-arg-size = Størrelsen på filen som skal lages og sendes, som 200MB eller 1GiB; den tar ingen plass på disken
help-arg-anew = Begynn en ny filoverføring, selv om en som er begynt, kunne fortsatt
help-arg-wait = Hvor lenge det ventes på en fil som ikke er der ennå, som 30m; 10 minutter om det ikke er oppgitt, 0s for ikke å vente
help-arg-prove-refusal = Prøv deretter å hente filen med retten til bare å sende, som skal avvises; bare i sandkassen
help-arg-transfer = Filoverføringen som skal hentes selv om den ikke er en merket test
help-arg-no-confirm = La den hentede filen være ubekreftet: avsenderen får ikke beskjed, og Altinn beholder den
help-arg-subscription = Abonnementet som skal fjernes, med nummeret; ellers ett som dette programmet laget
help-arg-add = Hvem som kommer på tilgangslisten: organisasjonsnumre med komma mellom
help-arg-remove = Hvem som tas av tilgangslisten: organisasjonsnumre med komma mellom
help-arg-kid = Nøkkelen som skal fjernes, med nøkkel-ID-en; ellers den som utløper først
help-arg-listen = Adressen å lytte på, slik som 127.0.0.1:4711; den må tilhøre denne maskinen
help-arg-secret = Den siste delen av adressen, som bare abonnementet kjenner; den lages hvis den utelates
help-arg-public-url = Adressen Altinn når denne maskinen på, for eksempel en tunnel; en tilfeldig del legges til én gang og tas vare på
help-arg-forward-to = Send hver hendelse videre til denne adressen i ditt eget program, og vis hva det svarer
help-arg-poll = Spør Altinn om hendelser i stedet for å vente på å bli kalt: ingenting må åpnes i en brannmur
help-arg-replay = Send en hendelse som er tatt vare på, videre én gang til; last er den siste
help-arg-json = Skriv én linje JSON med alle basisadressene når den lytter
help-arg-name = Navnet på profilen

help-command-check = Kjører sjekkene og sier hva som er i orden, hva som ikke er det, og hvem som må gjøre hva
help-command-status = Sier hvor langt en profil har kommet etter de siste funnene; spør ingen
help-command-plan = Viser hvem som gjør hva og hvor lang tid det tar, før du begynner; spør ingen
help-command-do = Gjør noe for deg, og viser det først
help-command-sandbox = Kjører et lokalt Maskinporten og Altinn, like strengt som tjenestene selv
help-command-journal = Viser hva som er laget, hvor, og om det kan tas tilbake
help-command-undo = Tar tilbake en innføring i journalen
help-command-listen = Tar imot hendelser på denne maskinen og viser dem
help-command-profile = Lister opp, viser, lager, velger og fjerner profiler
help-command-profile-list = Lister opp profilene og hvor langt de har kommet
help-command-profile-show = Viser svarene i en profil; hemmeligheter er referanser
help-command-profile-use = Gjør en profil til den som brukes når ingen er oppgitt
help-command-profile-remove = Fjerner en profil og det som er lagret om tilkoblingen
help-command-profile-new = Lager en profil av flagg

## The journal

journal-entry = { $id }  { $at }  { $deed }: { $state }
journal-made = { $made } i { $place }, { $environment }, for { $organisation }
journal-kept = Det som var der før, er tatt vare på i { $path }
journal-can-be-undone = Ta det tilbake med: broker-setup undo { $id }
journal-state-begun = begynt, ikke kjent om det ble gjort
journal-state-done = gjort
journal-state-refused = avvist
journal-state-undone = tatt tilbake
journal-place-this-machine = denne maskinen
journal-place-maskinporten = Maskinporten
journal-place-authentication = systemregisteret i Altinn
journal-place-resource-registry = Ressursregisteret i Altinn
journal-place-broker = Altinn Formidling
journal-place-events = Altinn Events
said-remove-answer = Fjern denne linjen fra svarfilen: { $line }
said-letter-to = Til { $to }, { $receiver }:
said-letter-to-page = Til { $receiver }; Ressursregisteret oppgir { $to } som kontakt:
said-letter-to-nobody = Til { $receiver }; --to ADRESSE gir e-postprogrammet adressen:
said-letter-saved = Brevet ligger i { $path }
problem-letter-file-taken = { $path } finnes allerede og inneholder noe annet. Gi en annen fil med --save.
problem-letter-not-saved = Brevet kunne ikke skrives til { $path }: { $reason }
help-arg-letter-language = For et brev: mottakerens språk
help-arg-to = For et brev: e-postadressen det går til
help-arg-save = For et brev: skriv det til denne filen også
help-arg-mailto = For et brev: skriv ut lenken som åpner det i et e-postprogram
help-arg-remind = For et brev som er sendt: skriv en påminnelse
help-arg-said-no = For et brev som er sendt: mottakeren har sagt nei, av denne grunnen
journal-place-letter = et brev
journal-reason = De sa nei: { $reason }

key-form = nøkkel
key-kid = nøkkel-ID (kid)
key-thumbprint = fingeravtrykk
key-made = laget
key-posted = lagt til på klienten
key-ends = utløper
key-unknown = ikke kjent: dagen den ble lagt til på klienten, er ikke fylt inn
key-has-ended = Nøkkelen er utløpt: Maskinporten godtar den ikke lenger fra { $ends }.
key-ends-soon =
    { $days ->
        [one] Nøkkelen utløper om { $days } dag, { $ends }. Legg til en ny ved siden av: { $command }
       *[other] Nøkkelen utløper om { $days } dager, { $ends }. Legg til en ny ved siden av: { $command }
    }
key-ends-later = Nøkkelen utløper om { $days } dager, { $ends }.
key-end-unknown = Ingen vet når nøkkelen utløper: fyll inn dagen den ble lagt til på klienten.
key-event = Nøkkelen { $kid } til Maskinporten-klienten utløper
key-event-about = Legg til en ny nøkkel ved siden av før den dagen, for { $organisation }: { $command }
said-calendar = Kalenderfilen ligger i { $path }
problem-calendar = Kalenderfilen { $path } kan ikke skrives: { $reason }

help-command-explain = Sier hva en kode, en innlimt feil, en sjekk eller et svar betyr; spør ingen
help-explain-what = En kode i hvilken som helst skrivemåte (mp200, BRO-6), teksten i en feil, en sjekk eller et svar; - leser standard inn
help-explain-list = Lister alt som kan forklares
help-command-key = Sier hva nøkkelen til klienten er og når den utløper; endrer ingenting
help-command-key-show = Sier typen, størrelsen, nøkkel-ID-en, fingeravtrykket og dagene; ingenting av den private halvdelen
help-command-key-check = Sier om nøkkelen utløper snart: sluttkode 1 i så fall, 3 hvis ingen vet
help-arg-expires-in = Hvor snart som er snart, slik som 30d
help-arg-ics = Skriv en kalenderfil med dagen nøkkelen utløper, og påminnelser 60, 30 og 7 dager før

## check: its list, looking again, leaving out, metrics

check-needs = etter { $checks }
check-roles = for: { $roles }
said-looks-again = { $standing }. Ser igjen kl. { $at }. Ctrl-C avslutter.
said-wait-over = Det er ikke klart etter { $waited }.
said-wait-people = Ingenting av det som gjenstår, kommer av seg selv: noen må gjøre noe først.
problem-skip-reason = Si hvorfor { $check } utelates: --skip { $check }="grunn"
problem-skip-named = { $check } er både nevnt ved navn og utelatt med --skip. Velg en av delene.
problem-list-format = Listen over sjekker skrives som text eller json.
problem-watch-format = Det --watch ser, skrives som text, eller som json med ett dokument per linje.
problem-metrics = Måltallene kunne ikke skrives til { $path }: { $reason }
help-check-list = List opp sjekkene: hva hver av dem spør om, og hvilke som kommer før; spør ingen
help-arg-skip = Utelat en sjekk fra denne kjøringen, av denne grunnen; det som utelates, er ikke bevist, så det er ikke klart
help-check-wait = Se igjen til det er klart, eller til noen må gjøre noe; høyst så lenge, for eksempel 30m
help-arg-watch = Se igjen og igjen til Ctrl-C
help-arg-strict = En merknad teller som noe å gjøre: avslutningskode 1
help-arg-metrics = Skriv resultatet til denne filen for textfile-samleren til Prometheus. En ny fil er bare din; en som finnes, beholder rettighetene sine
