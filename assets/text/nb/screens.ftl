### The words of the wizard's screens.

product-name = broker-setup

view-too-small = broker-setup trenger et vindu på minst 40 kolonner og 12 rader.
view-tried-again = Programmet prøver igjen av seg selv. Gi plass, eller la brukeren din skrive der.
view-more = { $count } til

header-production = PRODUKSJON
header-checking = sjekker { $done } av { $total }
header-filling = starter sandkassen

home-language = Norsk bokmål
home-purpose = Koble virksomheten din til Altinn Formidling.
home-continue = Fortsett
home-start = Start
home-of-five = { $count } av 5
home-by-vendor = leverandør
home-checked-without = klar uten steg { $step }, sjekket { $at }
home-said = klar, ifølge deg { $day }
home-checked = klar, sjekket { $at }
home-waiting-on = venter på { $who }
home-needs = du må gjøre noe: { $what }
home-start-sandbox = Øv i sandkassen
home-start-tt02 = Sett opp for test (TT02)
home-start-prod = Sett opp for produksjon
home-about-sandbox = ingenting å forberede, ingenting forlater maskinen
home-about-tt02 = testmiljøet til Altinn
home-about-prod = virkelige virksomheter, virkelige filer
home-more-sandbox = Ditt eget Maskinporten og Altinn, inne i dette programmet. Alt virker som i de virkelige, og menneskene der svarer raskt. Enter begynner.
home-more-tt02 = Til dette trenger du en Maskinporten-klient i testmiljøet til Digdir og en syntetisk organisasjon, som bare finnes for test. Sjekklisten sier hvordan du får dem. Enter begynner.
home-more-prod = Til dette trenger du en Maskinporten-klient i produksjon. Programmet sjekker ingenting før du ber om det, og gjør ingenting før du skriver navnet på profilen. Enter begynner.
home-acts-for = { $name } handler for { $organisation } på ressursen { $resource }.
home-unanswered = { $name } er ikke fylt ut ennå.
home-all-ready = Alt er bevist. Enter viser hva som ble bevist, og hva som kommer nå.
home-all-ready-without = Alt er bevist unntatt steg { $step }, som er lagt til side. Enter viser hva som ble bevist, og hva som kommer nå.
home-all-said = Leverandøren drifter systemet, og du har sagt at det virker. Ingenting av det ble bevist her. Enter viser hva du har sagt.
home-find = Finn etter navn, rolle, miljø, organisasjon eller ressurs:
home-none-found = Ingen profil har alle disse ordene. Esc viser alle.

role-sender-we = Vi sender filer
role-sender-does = sende filer
role-sender-about = Systemet ditt laster opp filer som andre virksomheter mottar gjennom Altinn.

role-recipient-we = Vi mottar filer
role-recipient-does = motta filer
role-recipient-about = Systemet ditt henter filer som andre virksomheter har sendt gjennom Altinn.

role-service-owner-we = Vi eier tjenesten som filene hører til
role-service-owner-does = eie en tjeneste for filer
role-service-owner-about = Virksomheten din bestemmer hvem som får sende og motta filer for tjenesten.

roles-question = Hva gjør virksomheten din i Altinn Formidling?

naming-new-title = Navn
naming-new = Et navn på denne profilen. Rolle: { $role }.
naming-rename-title = Gi nytt navn
naming-rename = Et nytt navn på { $name }.
naming-help = Svarene ligger i en fil med dette navnet. Du kan endre det senere.

remove-title = Fjern
remove-question = Fjerne { $name }?
remove-production = Denne er i produksjon. Skriv { $name } for å fjerne den:
remove-about = Svarene og funnene slettes fra denne maskinen. Ingenting endres i Maskinporten eller Altinn, og nøklene tas vare på.
steps-title = Steg
steps-proven = Hva som er bevist
steps-said = Hva du har sagt
steps-said-on = ifølge deg { $day }
steps-ready = { $count } av 5 klare
steps-failing = { $count } med feil
steps-needs-you =
    { $count ->
        [one] { $count } steg trenger deg
       *[other] { $count } steg trenger deg
    }
steps-waiting =
    { $count ->
        [one] { $count } steg venter på noen
       *[other] { $count } steg venter på noen
    }
steps-unknown = { $count } fikk ikke svar
steps-set-aside = { $count } lagt til side
steps-with-vendor = { $count } hos leverandøren
steps-faults = Sandkassen svikter: { $faults }. f viser det.

step-looks-again = Ser etter igjen kl. { $at } så lenge dette bildet er åpent. c ser etter nå.

state-about-ready = Klar: bevist mot tjenestene, eller sagt av deg der en leverandør drifter systemet.
state-about-needs-you = Du må gjøre noe: selv, eller ved å be noen om det.
state-about-waiting = Venter: noen andre skal gjøre noe.
state-about-failing = Feil: noe er galt. Funnet sier hva, og hva du kan gjøre.
state-about-unknown = Kunne ikke spørre: ingen svarte. Det sier ingenting om oppsettet ditt.
state-about-set-aside = Lagt til side: valgt bort med vilje. Det regnes ikke som bevist.
state-about-with-vendor = Hos leverandøren: leverandøren gjør det, og dette programmet kan ikke bevise det.
state-about-not-started = Ikke startet: ingenting er spurt om ennå, eller et annet steg kommer først.
state-about-remark = Merknad: det virker, og det er noe du bør vite om det.

field-needed = ikke oppgitt ennå
field-optional = ingen
path-nothing = Ingen slik fil.
path-folder = En mappe.
path-hidden = Systemet lar ingen se hva som er her.
path-other = Ingen fil, men en { $kind }.
path-file = En fil, { $size }.
path-private-key = En fil, { $size }, med en privat nøkkel.
path-certificate = En fil, { $size }, med et sertifikat.
path-more = { $count ->
    [one] og én til
   *[other] og { $count } til
  }
field-list-asked = Listen hentes. Du kan skrive imens.
field-list-more = { $count ->
    [one] og én til: skriv en del av navnet
   *[other] og { $count } til: skriv en del av navnet
  }
field-list-none-fits = Ingen i listen passer. Det som er skrevet, brukes.
field-list-empty = Listen er tom ennå. Det som er skrevet, brukes.
field-password-typed = skrevet inn, til du avslutter
field-sandbox-webhook = sandkassens egen webhook

choice-own = vi, med vår egen klient
choice-for-customer = vi, for en kunde
choice-by-vendor = leverandøren vår
choice-key = en registrert nøkkel
choice-certificate = virksomhetssertifikat
choice-yes = ja
choice-no = nei
choice-any = alle der den som godkjenner, sier ja
choice-listed = bare dem på listen vår
choice-webhook = Altinn kaller webhooken vår
choice-poll = vi spør Altinn

fill-filled = Fyll inn svarene fra sandkassen
fill-filled-about = En klient, en nøkkel og en godkjent systembruker, laget for deg. Så går sjekkene av seg selv.
fill-half-done = Start halvferdig
fill-half-done-about = Det samme, men noe venter og noe er galt: se hvordan veiviseren hjelper.

deed-due = Enter gjør det
deed-asking = Finner ut hva som vil bli gjort.
deed-which-retire-key = Hvilken nøkkel skal tas av klienten? Programmer som signerer med den, slutter å virke.
deed-which-rotate-key = En klient har plass til fem nøkler, og har fem. Hvilken skal vekk? Programmer som signerer med den, slutter å virke.
deed-which-post-key = En klient har plass til fem nøkler, og har fem. Hvilken skal vekk? Programmer som signerer med den, slutter å virke.
deed-which-unsubscribe = Det er flere abonnementer. Hvilket skal fjernes?
deed-which-ended = ikke lenger gyldig siden { $at }
deed-which-until = gyldig til { $at }
deed-which-endless = det er ikke oppgitt når den utløper
deed-size = Hvor stor fil skal sendes?
deed-size-about = Et antall byte, eller slik som 200 KiB, 40 MiB, 2 GiB. Den lages underveis.
deed-whom = Hvem skal stå på tilgangslisten?
deed-whom-about = Organisasjonsnumre med komma mellom. Et minus foran et nummer tar den virksomheten av listen.
deed-type-name = Dette er produksjon. Skriv navnet på profilen, { $name }, for å gå videre.
deed-type-id = Dette er laget et annet sted, ikke av dette programmet. Skriv { $id } for å si at du mener det.
deed-next = Neste: { $what }. Enter viser det.
deed-all-ready = Det er ingenting igjen å gjøre.

waiting-title = Venter
waiting-approve = Godkjenn selv: åpne lenken, logg inn med TestID som daglig leder
waiting-said-yes = De sa ja: se etter nå
waiting-said-no = De sa nei, av denne grunnen
waiting-remind = Send en påminnelse
waiting-write = Skriv til dem
waiting-a-week = en uke har gått
waiting-reason = Hvorfor sa de nei? Skriv det med deres ord:
waiting-over = Ventetiden er over.
waiting-looking = Ser etter nå.

letter-title-nb = Brevet, på bokmål
letter-title-nn = Brevet, på nynorsk
letter-title-en = Brevet, på engelsk
letter-to = Til
letter-about = Emne
letter-nobody = Ingen adresse ennå: a skriver en.
letter-source-mail = Eierens kontakt i Ressursregisteret, eller adressen til et tidligere brev.
letter-source-page = Eierens kontakt i Ressursregisteret. Send brevet dit; y kopierer det.
letter-address = E-postadressen det går til:
letter-contact = { $what }, som står sist i brevene. Tom linje: da står det ikke i dem:

code-title = Lenken som QR-kode
code-too-small = Koden trenger et vindu på minst { $columns } kolonner og { $rows } rader. Gjør vinduet større, eller kopier lenken med y.
code-too-long = Lenken er for lang for en QR-kode. Kopier den med y.

look-up-title = Forklar en feil
look-up-help = Skriv eller lim inn en kode (MP-200), en feil eller et helt svar fra en tjeneste, og trykk Enter. Det leses her og sendes ingen steder, og det du limer inn, vises ikke.
look-up-pasted =
    { $lines ->
        [one] Linjen du limte inn, er lest i sin helhet. Den vises ikke.
       *[other] Alle { $lines } linjene du limte inn, er lest. De vises ikke.
    }
look-up-nothing = Ingenting er kjent om dette. Lim inn hele svaret, med status og tekst. Eller skriv koden (MP-200), ID-en til en sjekk (client.token) eller et svar (client-id). Har du ikke noe mer, skriv til servicedesk@altinn.no: si hva du skulle gjøre, når det var, og hva du så, uten tokens og nøkler.

token-title = Token
token-asking = Ber Maskinporten om et token med { $scopes }.
token-asking-acting = Ber Maskinporten om et token med { $scopes }, for å handle for { $party } gjennom systembrukeren.
token-asking-exchange = Så bytter Altinn det mot sitt eget.
token-asking-pasted = Leser tokenet og spør nøklene til utstederen om signaturen.
token-asked = Maskinporten er bedt om et token med { $scopes }.
token-asked-acting = Maskinporten er bedt om et token med { $scopes }, for å handle for { $party } gjennom systembrukeren.
token-asked-exchange = Altinn er bedt om å bytte det mot sitt eget.
token-asked-pasted = Det du limte inn. Ingenting av det lagres.
token-paste = Tokenet, slik Maskinporten eller Altinn ga det. Prikker står for det du skriver eller limer inn:
token-unshown = Selve tokenet vises ikke. Lim inn et annet her for å få det lest.
token-no-client = Klienten kan ikke signere, så Maskinporten ble ikke spurt. ID-en, nøkkelen eller kid-en mangler, eller nøkkelen kan ikke leses: x sier hva du gjør.

faults-title =
    { $count ->
        [one] Slik svikter sandkassen: { $count } feil, { $set } satt
       *[other] Slik svikter sandkassen: { $count } feil, { $set } satt
    }
faults-help = Skriv for å finne en feil. NAME=SECONDS, NAME@SERVICE og NAME:TIMES tas som de er, slik sandbox --fault tar dem.
faults-asking = Spør sandkassen.
faults-none = Ingen feil har disse ordene.
faults-whole = Enter setter den.
faults-set = satt til du fjerner den
faults-set-once = satt for neste kall
faults-set-times =
    { $times ->
        [one] satt for det neste kallet ({ $times })
       *[other] satt for de neste { $times } kallene
    }
faults-only = bare for { $service }
faults-seconds =
    { $seconds ->
        [one] { $seconds } sekund
       *[other] { $seconds } sekunder
    }

traffic-title =
    { $count ->
        [one] Trafikk: { $count } kall
       *[other] Trafikk: { $count } kall, det nyeste først
    }
traffic-sift = Finn i metode, adresse, status og innhold:
traffic-sifted = Bare de med { $words }. / endrer det.
traffic-none = ingen

exchange-title = Ett kall
exchange-sent = Sendt
exchange-answered = Svar
exchange-unanswered-dns = Det kom ikke noe svar: Navnet på verten er ikke kjent her.
exchange-unanswered-refused = Det kom ikke noe svar: Verten avviste tilkoblingen.
exchange-unanswered-timeout = Det kom ikke noe svar i tide.
exchange-unanswered-certificate = Svaret ble ikke tatt imot: Sertifikatet til verten er ikke gyldig, eller ingen som er klarert her, har signert det.
exchange-unanswered-broken = Det kom ikke noe svar: Tilkoblingen ble brutt.
exchange-unanswered-proxy = Det kom ikke noe svar: Proxyen slapp ikke kallet gjennom.
exchange-unanswered-stopped = Dette programmet avsluttet kallet før det kom noe svar.
exchange-token = tokenet, som aldri vises
exchange-api-key = API-nøkkelen, som aldri vises
exchange-assertion = det nøkkelen din har signert, som aldri vises
exchange-no-body = Uten innhold.
exchange-not-kept = Det som din egen adresse svarer, blir ikke tatt vare på.
exchange-bytes = { $size }, vises ikke.
exchange-bytes-unknown = Innhold som ikke vises.
exchange-cut = Det var mer, som ikke er tatt vare på.
exchange-gone = Dette kallet er ikke lenger tatt vare på.

ready-title = Klar
ready-sender = Virksomheten din kan sende filer gjennom Altinn Formidling.
ready-recipient = Virksomheten din kan motta filer gjennom Altinn Formidling.
ready-service-owner = Tjenesten din er klar for filer gjennom Altinn Formidling.
ready-said-sender = Du sier at leverandøren sender filer for deg gjennom Altinn Formidling. Ingenting av det ble bevist her.
ready-said-recipient = Du sier at leverandøren mottar filer for deg gjennom Altinn Formidling. Ingenting av det ble bevist her.
ready-said-service-owner = Du sier at leverandøren drifter tjenesten din for filer. Ingenting av det ble bevist her.
ready-vendor = { $vendor } drifter systemet.
ready-approved = Systemtilgangen ble godkjent { $day }, sier du.
ready-transfer-seen = En testoverføring ble sett { $day }, sier du.
ready-at = { $at }
ready-transfer = Testoverføring { $id }, { $at }.
ready-subscriptions = Abonnement { $ids }.
ready-event = Den siste hendelsen kom { $at }.
ready-watch = Følg med på
ready-key-expires =
    { $days ->
        [one] Nøkkelen i Maskinporten utløper om { $days } dag. Legg til en ny før det.
       *[other] Nøkkelen i Maskinporten utløper om { $days } dager. Legg til en ny før det.
    }
ready-key-unknown = Det er ikke kjent når nøkkelen i Maskinporten utløper: skriv dagen den ble lagt til, i steg 2.
ready-next = Hva som kommer nå
ready-check-again = La overvåkingen bevise det på nytt: broker-setup check --profile { $name }
ready-look-again = La overvåkingen følge ressursen og reglene: broker-setup check --profile { $name }
ready-guide = Bygg integrasjonen med veiledningene for utviklere:
ready-guide-link = https://docs.altinn.studio/broker/
ready-production = Gjør det samme for produksjon: Esc, så Sett opp for produksjon.

help-title = Hjelp
help-home = En profil har svarene for én tilkobling til Altinn Formidling. Fortsett med en, eller start en ny. Sandkassen er et trygt sted å lære: ingenting forlater denne maskinen.
help-roles = Rollen bestemmer hva som må være på plass. De fem stegene er de samme for hver rolle, med ulikt innhold.
help-role = Fem steg, i hvilken rekkefølge du vil. Listen viser hvor langt hvert av dem er kommet. Steget sier hva du gjør nå, hvilke svar det har, og hva sjekkene fant. Sjekker endrer aldri noe. Det programmet gjør for deg, vises før det gjøres.
help-deed = Les hva som vil bli gjort. Enter gjør det, Esc lar alt være som det er.
help-letter = Et brev til den som må gjøre noe, på mottakerens språk. Programmet sender ingenting: kopier det, lagre det, eller åpne det i e-postprogrammet ditt. Enter noterer at du har sendt det.
help-waiting = Noen andre må gjøre noe. Du kan gå: veiviseren ser etter igjen når du kommer tilbake.
help-guide = En veiledning sier hva et steg er til for, hva du trenger, hvem som handler og hvor lang tid det tar. Enter gjør den valgte linjen, o åpner lenken, y kopierer det den nevner. Alle andre taster virker som uten veiledningen.
help-traffic = Alle kall så langt: metode, adresse, status, tid. Enter åpner ett, med headere og innhold; y kopierer det der som en curl-kommando. Hemmeligheter vises aldri, og ingenting av dette skrives til disk.
help-faults = Sandkassen kan svare slik tjenestene gjør når noe er galt. Sett en feil, sjekk igjen, og se hva veiviseren sier om den.
help-token = Hver opplysning i et token med ord: hva det kan brukes til, og hva rollen din mangler. Det er tokenet som integrasjonen din ville sende, hentet nå, eller et som du limer inn. Signaturen sjekkes mot nøklene i dette miljøet. Selve tokenet vises aldri.

keys-open = åpne
keys-fold = lukk
keys-waiting = se hvem
keys-fill = fyll inn
keys-show = vis
keys-edit = rediger
keys-accept = godta
keys-choose = velg
keys-next-field = neste felt
keys-complete = fullfør
keys-found = velg
keys-letter = melding
keys-save = lagre
keys-language = språk
keys-address = adresse
keys-sent = jeg har sendt det
keys-mail = e-post
keys-contact = kontakt
keys-code = QR-kode
keys-size = annen størrelse
keys-anew = send en ny
keys-go-on = fortsett med den
keys-body = innhold
keys-no-body = tilbake til hva det gjør
keys-cancel = avbryt
keys-close = lukk
keys-do-it = gjør det
keys-next-deed = neste
keys-check = sjekk
keys-stop = stopp
keys-do = gjør det for meg
keys-open-link = åpne lenke
keys-copy = kopier
keys-set-aside = legg til side
keys-take-up = ta opp igjen
keys-traffic = trafikk
keys-guide = veiledning
keys-next-page = neste side
keys-faults = feil
keys-set = sett
keys-clear = fjern
keys-once = bare neste kall
keys-clear-all = fjern alle
keys-explain = forklar
keys-look-up = forklar en feil
keys-token = token
keys-exchange = bytt det
keys-not-exchange = som Maskinporten gir det
keys-fetch = hent på nytt
keys-inspect = lim inn et
keys-read = les det
keys-help = hjelp
keys-home = hjem
keys-back = tilbake
keys-new = ny
keys-rename = nytt navn
keys-find = finn
keys-remove = fjern
keys-reveal = vis
keys-quit = avslutt

keys-long-open = Det den valgte linjen tilbyr.
keys-long-up = Én linje opp.
keys-long-down = Én linje ned.
keys-long-first = Den første linjen.
keys-long-last = Den siste linjen.
keys-long-page-up = En side opp.
keys-long-page-down = En side ned.
keys-long-left = Til listen over steg.
keys-long-right = Inn i steget.
keys-long-next = Mellom listen og steget.
keys-long-check = Kjør sjekkene, eller stopp dem.
keys-long-edit = Gi et svar.
keys-long-do = La programmet gjøre det; det vises først.
keys-long-open-link = Åpne lenken i nettleseren.
keys-long-copy = Kopier lenken eller det valgte svaret.
keys-long-set-aside = Legg hendelsesabonnementet til side, eller ta det opp igjen.
keys-long-traffic = Kallene så langt.
keys-long-guide = Veiledningen til dette steget.
keys-long-next-page = Neste side i veiledningen.
keys-long-plan = Hele veien: hvem gjør hva, og hvor lang tid det tar.
keys-long-faults = I sandkassen: la den svikte, og se hva veiviseren sier.
keys-long-once = Sett den bare for neste kall.
keys-long-clear-all = Fjern alle feil.
keys-long-letter = Meldingen til den som må gjøre noe.
keys-long-save = Lagre brevet i en fil.
keys-long-language = Fortsett på neste språk: bokmål, nynorsk, engelsk.
keys-long-address = Skriv e-postadressen brevet går til.
keys-long-code = Lenken som QR-kode.
keys-long-size = Send en fil av en annen størrelse, som lages underveis.
keys-long-anew = Send en ny fil i stedet for å fortsette med en, eller omvendt.
keys-long-body = Hva som sendes i forespørslene.
keys-long-explain = Alt som er kjent om funnet.
keys-long-look-up = Forklar en kode, en feil eller et helt svar som du skriver eller limer inn.
keys-long-token = Fortell hva som er i tokenet som integrasjonen din ville sende, eller i et som du limer inn.
keys-long-exchange = La Altinn bytte tokenet mot sitt eget, eller vis det slik Maskinporten gir det.
keys-long-fetch = Hent tokenet på nytt.
keys-long-inspect = Skriv eller lim inn et token for å få det lest.
keys-long-help = Denne siden.
keys-long-back = Ett bilde tilbake. Ingenting som er skrevet og godtatt, går tapt.
keys-long-new = Til måtene å starte på.
keys-long-rename = Gi profilen et annet navn.
keys-long-find = Finn ved å skrive.
keys-long-remove = Fjern profilen.
keys-long-reveal = Vis det som er skrevet.
keys-long-quit = Avslutt.
keys-long-leave = Lagre og avslutt, uansett hvor du er.
keys-long-repaint = Tegn bildet på nytt.
keys-long-suspend = Stans, som en jobb i skallet.
keys-long-pick-1 = Vi sender filer, med en gang.
keys-long-pick-2 = Vi mottar filer, med en gang.
keys-long-pick-3 = Vi eier tjenesten, med en gang.
keys-long-step = Til steg 1; 2 til 5 på samme måte.

cap-enter = Enter
cap-esc = Esc
cap-tab = Tab
cap-back-tab = Shift-Tab
cap-ctrl = Ctrl-{ $key }
cap-up = Opp
cap-down = Ned
cap-left = Venstre
cap-right = Høyre
cap-home = Home
cap-end = End
cap-page-up = PgUp
cap-page-down = PgDn
cap-backspace = Backspace
cap-delete = Delete

notice-renamed = Profilen heter nå { $name }.
notice-removed = { $name } er fjernet.
notice-filled = Sandkassen har fylt inn alt. Sjekkene går nå.
notice-half-done = Sandkassen har fylt inn det meste. Sjekkene går nå, og finner noe.
notice-stopped = Stoppet. Det som ble funnet, er tatt vare på.
notice-copied = Kopiert: { $what }
notice-letter-saved = Brevet ligger i { $path }
notice-letter-noted = Notert at det er sendt i dag. Sjekkene ser selv hva som blir gjort med det.
notice-reminder-noted = Påminnelsen er notert.
notice-no-noted = Svaret er tatt vare på, og vises med det du kan gjøre.
notice-mail-opened = Brevet er åpnet i e-postprogrammet ditt. Trykk Enter når du har sendt det.
notice-mail-not-opened = Ikke noe e-postprogram her. y kopierer brevet, s lagrer det.
notice-letter-copied = Meldingen er kopiert, med emnet.
notice-link-opened = Åpnet: { $link }
notice-link-not-opened = Ingen nettleser her. y kopierer lenken: { $link }
notice-own-addresses = Denne profilen har egne adresser: tokens kommer fra { $maskinporten } og går til { $platform }.
notice-several-fit = Flere passer. Skriv neste bokstav.
notice-client-id-unusual = Klient-ID-er er i dag UUID-er. Noen eldre er ikke det, slik som MOVE_IP_910075918: sjekk at din er hel.
notice-proposed-choice = Den merkede er foreslått: Enter tar den.
notice-proposed = Dette er et forslag: Enter tar det. Ctrl-U tømmer linjen for dine egne ord.
notice-paste-ignored = Ingenting her tar imot en innlimt tekst, så ingen tast ble trykket. Åpne et svar først, og lim inn så.
notice-first-line-only = { $lines } linjer ble limt inn; den første brukes.
notice-panicked = Noe i programmet gikk i stykker ved { $what }. Det som var lagret, er trygt; c prøver igjen.
notice-saved-now = Alt er på disken nå.
notice-still-checking = Det neste kan endre seg med disse sjekkene. Trykk Enter når de er ferdige; c stopper dem.
notice-calls-copied =
    { $count ->
        [one] { $count } kall er kopiert, uten noe hemmelig.
       *[other] { $count } kall er kopiert, uten noe hemmelig.
    }
notice-curl-copied = Kopiert som en curl-kommando, uten noe hemmelig.
notice-curl-copied-with = Kopiert som en curl-kommando, uten noe hemmelig. Før den kan kjøres, må du sette { $variables }.
notice-other-word = Det er ikke det. Skriv { $wanted } akkurat slik.
notice-not-taken = Dette blir ikke tatt imot. Linjen nedenfor sier hvorfor.
notice-unused = { $key } gjør ingenting her.
notice-unused-help = { $key } gjør ingenting her. ? viser tastene.
notice-not-known = Ikke kjent for denne versjonen.

keys-do-next = gjør dette
keys-all-next = alt som gjenstår
keys-copy-scopes = kopier scopene
keys-copy-key = kopier den offentlige nøkkelen
keys-copy-curl = kopier som curl
keys-copy-letter = kopier meldingen
keys-client-id = lim inn klient-ID-en
keys-done = ferdig, sjekk
keys-long-do-next = Gjør det som kommer nå: linjen over tastene.
keys-long-all-next = Vis alt som gjenstår, i rekkefølge.
keys-long-copy-scopes = Kopier scopene som skal legges til klienten, ett per linje.
notice-public-key-copied = Den offentlige nøkkelen er kopiert. Lim den inn i portalen, i nøkkelseksjonen på siden til klienten.

## Det som kommer nå

next-label = Neste
next-all = Dette gjenstår
help-errand = Noe bare et menneske kan gjøre, i en portal. Tastene kopierer det som limes inn der, og åpner siden.

have-client-title = Maskinporten-klient
have-client-question = Har du en Maskinporten-klient til dette?
have-client-no = Nei, ikke ennå
have-client-no-about = En nøkkel lages her til en ny klient. Så lager du klienten i selvbetjeningsportalen.
have-client-yes = Ja, jeg har ID-en
have-client-yes-about = Du fyller inn ID-en, og sier hvor den private nøkkelen ligger.

errand-make-client-title = Lag klienten i selvbetjeningsportalen
errand-make-client-about = En klient for { $owner } lages av en person som har rett til å bruke selvbetjeningsportalen. Det tar ti minutter.
errand-make-client-1 = Kopier klient-ID-en fra portalen, og trykk Enter her for å lime den inn. Den nye nøkkelen har ID-en (kid) { $kid }.
errand-make-client-after = En ny klient bruker opptil ti minutter på å bli kjent overalt.

errand-add-scopes-title = Legg scopene til på klienten
errand-add-scopes-about = Klienten { $client } mangler scopes som rollen trenger.
errand-add-scopes-after = Det virker innen noen minutter. Denne siden ser etter av seg selv.

errand-compare-client-title = Sammenlign klienten med portalen
errand-compare-client-about = Maskinporten kjenner ikke denne klienten, eller ikke denne nøkkelen. Lagde du den nettopp, tar det opptil ti minutter.
errand-compare-client-1 = Sammenlign klient-ID-en med { $client } (y kopierer den).
errand-compare-client-2 = Sammenlign nøkkel-ID-en (kid) i nøkkelseksjonen med { $kid }.
errand-compare-client-after = Det som er ulikt, endres her: trykk Esc, velg svaret, og trykk Enter.

errand-approve-title = Godkjenn systembrukeren
errand-approve-about = En person hos { $party } med rollen Tilgangsstyrer godkjenner forespørselen.
errand-approve-1 = Les hva det bes om av { $party }, og godkjenn.
errand-approve-after = Denne siden ser etter av seg selv.
