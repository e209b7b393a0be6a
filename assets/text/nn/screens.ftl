### The words of the wizard's screens.

product-name = broker-setup

view-too-small = broker-setup treng eit vindauge på minst 40 kolonnar og 12 rader.
view-tried-again = Programmet prøver igjen av seg sjølv. Gi plass, eller la brukaren din skrive der.
view-more = { $count } til

header-production = PRODUKSJON
header-checking = sjekkar { $done } av { $total }
header-filling = startar sandkassa

home-language = Norsk nynorsk
home-purpose = Kople verksemda di til Altinn Formidling.
home-continue = Hald fram
home-start = Start
home-of-five = { $count } av 5
home-by-vendor = leverandør
home-checked-without = klar utan steg { $step }, sjekka { $at }
home-said = klar, ifølgje deg { $day }
home-checked = klar, sjekka { $at }
home-waiting-on = ventar på { $who }
home-needs = du må gjere noko: { $what }
home-start-sandbox = Øv i sandkassa
home-start-tt02 = Set opp for test (TT02)
home-start-prod = Set opp for produksjon
home-about-sandbox = ingenting å førebu, ingenting forlèt maskina
home-about-tt02 = testmiljøet til Altinn
home-about-prod = verkelege verksemder, verkelege filer
home-more-sandbox = Ditt eige Maskinporten og Altinn, inne i dette programmet. Alt verkar som i dei verkelege, og menneska der svarar raskt. Enter startar.
home-more-tt02 = Til dette treng du ein Maskinporten-klient i testmiljøet til Digdir og ein syntetisk organisasjon, som berre finst for test. Sjekklista seier korleis du får dei. Enter startar.
home-more-prod = Til dette treng du ein Maskinporten-klient i produksjon. Programmet sjekkar ingenting før du ber om det, og gjer ingenting før du skriv namnet på profilen. Enter startar.
home-acts-for = { $name } handlar for { $organisation } på ressursen { $resource }.
home-unanswered = { $name } er ikkje fylt ut enno.
home-all-ready = Alt er bevist. Enter viser kva som blei bevist, og kva som kjem no.
home-all-ready-without = Alt er bevist unnateke steg { $step }, som er lagt til side. Enter viser kva som blei bevist, og kva som kjem no.
home-all-said = Leverandøren driftar systemet, og du har sagt at det verkar. Ingenting av det blei bevist her. Enter viser kva du har sagt.
home-find = Finn etter namn, rolle, miljø, organisasjon eller ressurs:
home-none-found = Ingen profil har alle desse orda. Esc viser alle.

role-sender-we = Vi sender filer
role-sender-does = sende filer
role-sender-about = Systemet ditt lastar opp filer som andre verksemder tek imot gjennom Altinn.

role-recipient-we = Vi tek imot filer
role-recipient-does = ta imot filer
role-recipient-about = Systemet ditt hentar filer som andre verksemder har sendt gjennom Altinn.

role-service-owner-we = Vi eig tenesta som filene høyrer til
role-service-owner-does = eige ei teneste for filer
role-service-owner-about = Verksemda di bestemmer kven som får sende og ta imot filer for tenesta.

roles-question = Kva gjer verksemda di i Altinn Formidling?

naming-new-title = Namn
naming-new = Eit namn på denne profilen. Rolle: { $role }.
naming-rename-title = Gi nytt namn
naming-rename = Eit nytt namn på { $name }.
naming-help = Svara ligg i ei fil med dette namnet. Du kan endre det seinare.

remove-title = Fjern
remove-question = Fjerne { $name }?
remove-production = Denne er i produksjon. Skriv { $name } for å fjerne han:
remove-about = Svara og funna blir sletta frå denne maskina. Ingenting blir endra i Maskinporten eller Altinn, og nøklane blir tekne vare på.
steps-title = Steg
steps-proven = Kva som er bevist
steps-said = Kva du har sagt
steps-said-on = ifølgje deg { $day }
steps-ready = { $count } av 5 klare
steps-failing = { $count } med feil
steps-needs-you =
    { $count ->
        [one] { $count } steg treng deg
       *[other] { $count } steg treng deg
    }
steps-waiting =
    { $count ->
        [one] { $count } steg ventar på nokon
       *[other] { $count } steg ventar på nokon
    }
steps-unknown = { $count } fekk ikkje svar
steps-set-aside = { $count } lagt til side
steps-with-vendor = { $count } hos leverandøren
steps-faults = Sandkassa sviktar: { $faults }. f viser det.

step-looks-again = Ser etter igjen kl. { $at } så lenge dette biletet er ope. c ser etter no.

state-about-ready = Klar: bevist mot tenestene, eller sagt av deg der ein leverandør driftar systemet.
state-about-needs-you = Du må gjere noko: sjølv, eller ved å be nokon om det.
state-about-waiting = Ventar: nokon andre skal gjere noko.
state-about-failing = Feil: noko er gale. Funnet seier kva, og kva du kan gjere.
state-about-unknown = Kunne ikkje spørje: ingen svarte. Det seier ingenting om oppsettet ditt.
state-about-set-aside = Lagt til side: valt bort med vilje. Det blir ikkje rekna som bevist.
state-about-with-vendor = Hos leverandøren: leverandøren gjer det, og dette programmet kan ikkje bevise det.
state-about-not-started = Ikkje starta: ingenting er spurt om enno, eller eit anna steg kjem først.
state-about-remark = Merknad: det verkar, og det er noko du bør vite om det.

field-needed = ikkje oppgitt enno
field-optional = ingen
path-nothing = Inga slik fil.
path-folder = Ei mappe.
path-hidden = Systemet lèt ingen sjå kva som er her.
path-other = Inga fil, men ein { $kind }.
path-file = Ei fil, { $size }.
path-private-key = Ei fil, { $size }, med ein privat nøkkel.
path-certificate = Ei fil, { $size }, med eit sertifikat.
path-more = { $count ->
    [one] og éin til
   *[other] og { $count } til
  }
field-list-asked = Hentar lista. Du kan skrive så lenge.
field-list-more = { $count ->
    [one] og éin til: skriv ein del av namnet
   *[other] og { $count } til: skriv ein del av namnet
  }
field-list-none-fits = Ingen i lista passar. Det som er skrive, blir brukt.
field-list-empty = Lista er tom enno. Det som er skrive, blir brukt.
field-password-typed = skrive inn, til du avsluttar
field-sandbox-webhook = sandkassa sin eigen webhook

choice-own = vi, med vår eigen klient
choice-for-customer = vi, for ein kunde
choice-by-vendor = leverandøren vår
choice-key = ein registrert nøkkel
choice-certificate = verksemdssertifikat
choice-yes = ja
choice-no = nei
choice-any = alle der den som godkjenner, seier ja
choice-listed = berre dei på lista vår
choice-webhook = Altinn kallar webhooken vår
choice-poll = vi spør Altinn

fill-filled = Fyll inn svara frå sandkassa
fill-filled-about = Ein klient, ein nøkkel og ein godkjend systembrukar, laga for deg. Så går sjekkane av seg sjølve.
fill-half-done = Start halvferdig
fill-half-done-about = Det same, men noko ventar og noko er gale: sjå korleis vegvisaren hjelper.

deed-due = Enter gjer det
deed-asking = Ser på kva som vil bli gjort.
deed-which-retire-key = Kva for ein nøkkel skal takast av klienten? Program som signerer med han, sluttar å verke.
deed-which-rotate-key = Ein klient har plass til fem nøklar, og har fem. Kva for ein skal vekk? Program som signerer med han, sluttar å verke.
deed-which-post-key = Ein klient har plass til fem nøklar, og har fem. Kva for ein skal vekk? Program som signerer med han, sluttar å verke.
deed-which-unsubscribe = Det er fleire abonnement. Kva for eit skal fjernast?
deed-which-ended = ikkje lenger gyldig sidan { $at }
deed-which-until = gyldig til { $at }
deed-which-endless = det er ikkje oppgitt når han går ut
deed-size = Kor stor fil skal sendast?
deed-size-about = Eit tal på byte, eller slik som 200 KiB, 40 MiB, 2 GiB. Ho blir laga undervegs.
deed-whom = Kven skal stå på tilgangslista?
deed-whom-about = Organisasjonsnummer med komma mellom. Eit minus framfor eit nummer tek den verksemda av lista.
deed-type-name = Dette er produksjon. Skriv namnet på profilen, { $name }, for å gå vidare.
deed-type-id = Dette er laga ein annan stad, ikkje av dette programmet. Skriv { $id } for å seie at du meiner det.
deed-next = Neste: { $what }. Enter viser det.
deed-all-ready = Det er ingenting igjen å gjere.

waiting-title = Ventar
waiting-approve = Godkjenn sjølv: opne lenka, logg inn med TestID som dagleg leiar
waiting-said-yes = Dei sa ja: sjå etter no
waiting-said-no = Dei sa nei, av denne grunnen
waiting-remind = Send ei påminning
waiting-write = Skriv til dei
waiting-a-week = ei veke har gått
waiting-reason = Kvifor sa dei nei? Skriv det med deira ord:
waiting-over = Ventetida er over.
waiting-looking = Ser etter no.

letter-title-nb = Brevet, på bokmål
letter-title-nn = Brevet, på nynorsk
letter-title-en = Brevet, på engelsk
letter-to = Til
letter-about = Emne
letter-nobody = Inga adresse enno: a skriv ei.
letter-source-mail = Kontakten til eigaren i Ressursregisteret, eller adressa til eit tidlegare brev.
letter-source-page = Kontakten til eigaren i Ressursregisteret. Send brevet dit; y kopierer det.
letter-address = E-postadressa det går til:
letter-contact = { $what }, som står sist i breva. Tom linje: då står det ikkje i dei:

code-title = Lenka som QR-kode
code-too-small = Koden treng eit vindauge på minst { $columns } kolonnar og { $rows } rader. Gjer vindauget større, eller kopier lenka med y.
code-too-long = Lenka er for lang for ein QR-kode. Kopier ho med y.

look-up-title = Forklar ein feil
look-up-help = Skriv eller lim inn ein kode (MP-200), ein feil eller eit heilt svar frå ei teneste, og trykk Enter. Det blir lese her og ikkje sendt nokon stad, og det du limer inn, blir ikkje vist.
look-up-pasted =
    { $lines ->
        [one] Linja du limte inn, er lesen i sin heilskap. Ho blir ikkje vist.
       *[other] Alle dei { $lines } linjene du limte inn, er lesne. Dei blir ikkje viste.
    }
look-up-nothing = Ingenting er kjent om dette. Lim inn heile svaret, med status og tekst. Eller skriv koden (MP-200), ID-en til ein sjekk (client.token) eller eit svar (client-id). Har du ikkje noko meir, skriv til servicedesk@altinn.no: sei kva du skulle gjere, når det var, og kva du såg, utan tokens og nøklar.

token-title = Token
token-asking = Ber Maskinporten om eit token med { $scopes }.
token-asking-acting = Ber Maskinporten om eit token med { $scopes }, for å handle for { $party } gjennom systembrukaren.
token-asking-exchange = Så byter Altinn det mot sitt eige.
token-asking-pasted = Les tokenet og spør nøklane til utferdaren om signaturen.
token-asked = Maskinporten er beden om eit token med { $scopes }.
token-asked-acting = Maskinporten er beden om eit token med { $scopes }, for å handle for { $party } gjennom systembrukaren.
token-asked-exchange = Altinn er beden om å byte det mot sitt eige.
token-asked-pasted = Det du limte inn. Ingenting av det blir lagra.
token-paste = Tokenet, slik Maskinporten eller Altinn gav det. Prikkar står for det du skriv eller limer inn:
token-unshown = Sjølve tokenet blir ikkje vist. Lim inn eit anna her for å få det lese.
token-no-client = Klienten kan ikkje signere, så Maskinporten blei ikkje spurd. ID-en, nøkkelen eller kid-en manglar, eller nøkkelen kan ikkje lesast: x seier kva du gjer.

faults-title =
    { $count ->
        [one] Slik sviktar sandkassa: { $count } feil, { $set } sett
       *[other] Slik sviktar sandkassa: { $count } feil, { $set } sette
    }
faults-help = Skriv for å finne ein feil. NAME=SECONDS, NAME@SERVICE og NAME:TIMES blir tekne som dei er, slik sandbox --fault tek dei.
faults-asking = Spør sandkassa.
faults-none = Ingen feil har desse orda.
faults-whole = Enter set han.
faults-set = sett til du fjernar han
faults-set-once = sett for neste kall
faults-set-times =
    { $times ->
        [one] sett for det neste kallet ({ $times })
       *[other] sett for dei neste { $times } kalla
    }
faults-only = berre for { $service }
faults-seconds =
    { $seconds ->
        [one] { $seconds } sekund
       *[other] { $seconds } sekund
    }

traffic-title =
    { $count ->
        [one] Trafikk: { $count } kall
       *[other] Trafikk: { $count } kall, det nyaste først
    }
traffic-sift = Finn i metode, adresse, status og innhald:
traffic-sifted = Berre dei med { $words }. / endrar det.
traffic-none = ingen

exchange-title = Eitt kall
exchange-sent = Sendt
exchange-answered = Svar
exchange-unanswered-dns = Det kom ikkje noko svar: Namnet på verten er ikkje kjent her.
exchange-unanswered-refused = Det kom ikkje noko svar: Verten avviste tilkoplinga.
exchange-unanswered-timeout = Det kom ikkje noko svar i tide.
exchange-unanswered-certificate = Svaret blei ikkje teke imot: Sertifikatet til verten er ikkje gyldig, eller ingen som er klarert her, har signert det.
exchange-unanswered-broken = Det kom ikkje noko svar: Tilkoplinga blei broten.
exchange-unanswered-proxy = Det kom ikkje noko svar: Proxyen sleppte ikkje kallet gjennom.
exchange-unanswered-stopped = Dette programmet avslutta kallet før det kom noko svar.
exchange-token = tokenet, som aldri blir vist
exchange-api-key = API-nøkkelen, som aldri blir vist
exchange-assertion = det nøkkelen din har signert, som aldri blir vist
exchange-no-body = Utan innhald.
exchange-not-kept = Det som di eiga adresse svarar, blir ikkje teke vare på.
exchange-bytes = { $size }, ikkje vist.
exchange-bytes-unknown = Innhald, ikkje vist.
exchange-cut = Det var meir, som ikkje er teke vare på.
exchange-gone = Dette kallet er ikkje lenger teke vare på.

ready-title = Klar
ready-sender = Verksemda di kan sende filer gjennom Altinn Formidling.
ready-recipient = Verksemda di kan ta imot filer gjennom Altinn Formidling.
ready-service-owner = Tenesta di er klar for filer gjennom Altinn Formidling.
ready-said-sender = Du seier at leverandøren sender filer for deg gjennom Altinn Formidling. Ingenting av det blei bevist her.
ready-said-recipient = Du seier at leverandøren tek imot filer for deg gjennom Altinn Formidling. Ingenting av det blei bevist her.
ready-said-service-owner = Du seier at leverandøren driftar tenesta di for filer. Ingenting av det blei bevist her.
ready-vendor = { $vendor } driftar systemet.
ready-approved = Systemtilgangen blei godkjend { $day }, seier du.
ready-transfer-seen = Ei testoverføring blei sett { $day }, seier du.
ready-at = { $at }
ready-transfer = Testoverføring { $id }, { $at }.
ready-subscriptions = Abonnement { $ids }.
ready-event = Den siste hendinga kom { $at }.
ready-watch = Følg med på
ready-key-expires =
    { $days ->
        [one] Nøkkelen i Maskinporten går ut om { $days } dag. Legg til ein ny før det.
       *[other] Nøkkelen i Maskinporten går ut om { $days } dagar. Legg til ein ny før det.
    }
ready-key-unknown = Det er ikkje kjent når nøkkelen i Maskinporten går ut: skriv dagen han blei lagd til, i steg 2.
ready-next = Kva som kjem no
ready-check-again = La overvakinga bevise det på nytt: broker-setup check --profile { $name }
ready-look-again = La overvakinga følgje ressursen og reglane: broker-setup check --profile { $name }
ready-guide = Bygg integrasjonen med rettleiingane for utviklarar:
ready-guide-link = https://docs.altinn.studio/broker/
ready-production = Gjer det same for produksjon: Esc, så Set opp for produksjon.

help-title = Hjelp
help-home = Ein profil har svara for éi tilkopling til Altinn Formidling. Hald fram med ein, eller start ein ny. Sandkassa er ein trygg stad å lære: ingenting forlèt denne maskina.
help-roles = Rolla bestemmer kva som må vere på plass. Dei fem stega er dei same for kvar rolle, med ulikt innhald.
help-role = Fem steg, i den rekkjefølgja du vil. Lista viser kor langt kvart av dei er kome. Steget seier kva du gjer no, kva svar det har, og kva sjekkane fann. Sjekkar endrar aldri noko. Det programmet gjer for deg, blir vist før det blir gjort.
help-deed = Les kva som vil bli gjort. Enter gjer det, Esc lèt alt vere som det er.
help-letter = Eit brev til den som må gjere noko, på språket til mottakaren. Programmet sender ingenting: kopier det, lagre det, eller opne det i e-postprogrammet ditt. Enter noterer at du har sendt det.
help-waiting = Nokon andre må gjere noko. Du kan gå: vegvisaren ser etter igjen når du kjem tilbake.
help-guide = Ei rettleiing seier kva eit steg er til for, kva du treng, kven som handlar og kor lang tid det tek. Enter gjer den valde linja, o opnar lenka, y kopierer det ho nemner. Alle andre tastar verkar som utan rettleiinga.
help-traffic = Alle kall så langt: metode, adresse, status, tid. Enter opnar eitt, med headerar og innhald; y kopierer det der som ein curl-kommando. Hemmelegheiter blir aldri viste, og ingenting av dette blir skrive til disk.
help-faults = Sandkassa kan svare slik tenestene gjer når noko er gale. Set ein feil, sjekk igjen, og sjå kva vegvisaren seier om han.
help-token = Kvar opplysning i eit token med ord: kva det kan brukast til, og kva rolla di manglar. Det er tokenet som integrasjonen din ville sende, henta no, eller eit som du limer inn. Signaturen blir sjekka mot nøklane i dette miljøet. Sjølve tokenet blir aldri vist.

keys-open = opne
keys-fold = lukk
keys-waiting = sjå kven
keys-fill = fyll inn
keys-show = vis
keys-edit = rediger
keys-accept = godta
keys-choose = vel
keys-next-field = neste felt
keys-complete = fullfør
keys-found = vel
keys-letter = melding
keys-save = lagre
keys-language = språk
keys-address = adresse
keys-sent = eg har sendt det
keys-mail = e-post
keys-contact = kontakt
keys-code = QR-kode
keys-size = annan storleik
keys-anew = send ei ny
keys-go-on = hald fram med den
keys-body = innhald
keys-no-body = tilbake til kva det gjer
keys-cancel = avbryt
keys-close = lukk
keys-do-it = gjer det
keys-next-deed = neste
keys-check = sjekk
keys-stop = stopp
keys-do = gjer det for meg
keys-open-link = opne lenke
keys-copy = kopier
keys-set-aside = legg til side
keys-take-up = ta opp igjen
keys-traffic = trafikk
keys-guide = rettleiing
keys-next-page = neste side
keys-faults = feil
keys-set = set
keys-clear = fjern
keys-once = berre neste kall
keys-clear-all = fjern alle
keys-explain = forklar
keys-look-up = forklar ein feil
keys-token = token
keys-exchange = byt det
keys-not-exchange = som Maskinporten gir det
keys-fetch = hent på nytt
keys-inspect = lim inn eit
keys-read = les det
keys-help = hjelp
keys-home = heim
keys-back = tilbake
keys-new = ny
keys-rename = nytt namn
keys-find = finn
keys-remove = fjern
keys-reveal = vis
keys-quit = avslutt

keys-long-open = Det den valde linja tilbyr.
keys-long-up = Éi linje opp.
keys-long-down = Éi linje ned.
keys-long-first = Den første linja.
keys-long-last = Den siste linja.
keys-long-page-up = Ei side opp.
keys-long-page-down = Ei side ned.
keys-long-left = Til lista over steg.
keys-long-right = Inn i steget.
keys-long-next = Mellom lista og steget.
keys-long-check = Køyr sjekkane, eller stopp dei.
keys-long-edit = Gi eit svar.
keys-long-do = La programmet gjere det; det blir vist først.
keys-long-open-link = Opne lenka i nettlesaren.
keys-long-copy = Kopier lenka eller det valde svaret.
keys-long-set-aside = Legg abonnementet på hendingar til side, eller ta det opp igjen.
keys-long-traffic = Kalla så langt.
keys-long-guide = Rettleiinga til dette steget.
keys-long-next-page = Neste side i rettleiinga.
keys-long-plan = Heile vegen: kven gjer kva, og kor lang tid det tek.
keys-long-faults = I sandkassa: la ho svikte, og sjå kva vegvisaren seier.
keys-long-once = Set han berre for neste kall.
keys-long-clear-all = Fjern alle feil.
keys-long-letter = Meldinga til den som må gjere noko.
keys-long-save = Lagre brevet i ei fil.
keys-long-language = Hald fram på neste språk: bokmål, nynorsk, engelsk.
keys-long-address = Skriv e-postadressa brevet går til.
keys-long-code = Lenka som QR-kode.
keys-long-size = Send ei fil av ein annan storleik, som blir laga undervegs.
keys-long-anew = Send ei ny fil i staden for å halde fram med ei, eller omvendt.
keys-long-body = Kva som blir sendt i førespurnadene.
keys-long-explain = Alt som er kjent om funnet.
keys-long-look-up = Forklar ein kode, ein feil eller eit heilt svar som du skriv eller limer inn.
keys-long-token = Fortel kva som er i tokenet som integrasjonen din ville sende, eller i eit som du limer inn.
keys-long-exchange = La Altinn byte tokenet mot sitt eige, eller vis det slik Maskinporten gir det.
keys-long-fetch = Hent tokenet på nytt.
keys-long-inspect = Skriv eller lim inn eit token for å få det lese.
keys-long-help = Denne sida.
keys-long-back = Eitt bilete tilbake. Ingenting som er skrive og godteke, går tapt.
keys-long-new = Til måtane å starte på.
keys-long-rename = Gi profilen eit anna namn.
keys-long-find = Finn ved å skrive.
keys-long-remove = Fjern profilen.
keys-long-reveal = Vis det som er skrive.
keys-long-quit = Avslutt.
keys-long-leave = Lagre og avslutt, same kvar du er.
keys-long-repaint = Teikn biletet på nytt.
keys-long-suspend = Stans, som ein jobb i skalet.
keys-long-pick-1 = Vi sender filer, med ein gong.
keys-long-pick-2 = Vi tek imot filer, med ein gong.
keys-long-pick-3 = Vi eig tenesta, med ein gong.
keys-long-step = Til steg 1; 2 til 5 på same måte.

cap-enter = Enter
cap-esc = Esc
cap-tab = Tab
cap-back-tab = Shift-Tab
cap-ctrl = Ctrl-{ $key }
cap-up = Opp
cap-down = Ned
cap-left = Venstre
cap-right = Høgre
cap-home = Home
cap-end = End
cap-page-up = PgUp
cap-page-down = PgDn
cap-backspace = Backspace
cap-delete = Delete

notice-renamed = Profilen heiter no { $name }.
notice-removed = { $name } er fjerna.
notice-filled = Sandkassa har fylt inn alt. Sjekkane går no.
notice-half-done = Sandkassa har fylt inn det meste. Sjekkane går no, og finn noko.
notice-stopped = Stoppa. Det som blei funne, er teke vare på.
notice-copied = Kopiert: { $what }
notice-letter-saved = Brevet ligg i { $path }
notice-letter-noted = Notert at det er sendt i dag. Sjekkane ser sjølve kva som blir gjort med det.
notice-reminder-noted = Påminninga er notert.
notice-no-noted = Svaret er teke vare på, og blir vist med det du kan gjere.
notice-mail-opened = Brevet er opna i e-postprogrammet ditt. Trykk Enter når du har sendt det.
notice-mail-not-opened = Ikkje noko e-postprogram her. y kopierer brevet, s lagrar det.
notice-letter-copied = Meldinga er kopiert, med emnet.
notice-link-opened = Opna: { $link }
notice-link-not-opened = Ingen nettlesar her. y kopierer lenka: { $link }
notice-own-addresses = Denne profilen har eigne adresser: tokens kjem frå { $maskinporten } og går til { $platform }.
notice-several-fit = Fleire passar. Skriv neste bokstav.
notice-client-id-unusual = Klient-ID-ar er i dag UUID-ar. Nokre eldre er ikkje det, slik som MOVE_IP_910075918: sjekk at din er heil.
notice-proposed-choice = Det merkte valet er foreslått: Enter tek det.
notice-proposed = Dette er eit forslag: Enter tek det. Ctrl-U tømmer linja for dine eigne ord.
notice-paste-ignored = Ingenting her tek imot ein innlimt tekst, så ingen tast blei trykt. Opne eit svar først, og lim inn så.
notice-first-line-only = { $lines } linjer blei limte inn; den første blir brukt.
notice-panicked = Noko i programmet gjekk i stykke ved { $what }. Det som var lagra, er trygt; c prøver igjen.
notice-saved-now = Alt er på disken no.
notice-still-checking = Det neste kan endre seg med desse sjekkane. Trykk Enter når dei er ferdige; c stoppar dei.
notice-calls-copied =
    { $count ->
        [one] { $count } kall er kopiert, utan noko hemmeleg.
       *[other] { $count } kall er kopierte, utan noko hemmeleg.
    }
notice-curl-copied = Kopiert som ein curl-kommando, utan noko hemmeleg.
notice-curl-copied-with = Kopiert som ein curl-kommando, utan noko hemmeleg. Før han kan køyrast, må du setje { $variables }.
notice-other-word = Det er ikkje det. Skriv { $wanted } akkurat slik.
notice-not-taken = Dette blir ikkje teke imot. Linja nedanfor seier kvifor.
notice-unused = { $key } gjer ingenting her.
notice-unused-help = { $key } gjer ingenting her. ? viser tastane.
notice-not-known = Ikkje kjent for denne versjonen.

keys-do-next = gjer dette
keys-all-next = alt som står igjen
keys-copy-scopes = kopier scopa
keys-copy-key = kopier den offentlege nøkkelen
keys-copy-curl = kopier som curl
keys-copy-letter = kopier meldinga
keys-client-id = lim inn klient-ID-en
keys-done = ferdig, sjekk
keys-long-do-next = Gjer det som kjem no: linja over tastane.
keys-long-all-next = Vis alt som står igjen, i rekkjefølgje.
keys-long-copy-scopes = Kopier scopa som skal leggast til klienten, eitt per linje.
notice-public-key-copied = Den offentlege nøkkelen er kopiert. Lim han inn i portalen, i nøkkelseksjonen på sida til klienten.

## Det som kjem no

next-label = Neste
next-all = Dette står igjen
help-errand = Noko berre eit menneske kan gjere, i ein portal. Tastane kopierer det som skal limast inn der, og opnar sida.

have-client-title = Maskinporten-klient
have-client-question = Har du ein Maskinporten-klient til dette?
have-client-no = Nei, ikkje enno
have-client-no-about = Ein nøkkel blir laga her til ein ny klient. Så lagar du klienten i sjølvbetjeningsportalen.
have-client-yes = Ja, eg har ID-en
have-client-yes-about = Du fyller inn ID-en, og seier kvar den private nøkkelen ligg.

errand-make-client-title = Lag klienten i sjølvbetjeningsportalen
errand-make-client-about = Ein klient for { $owner } blir laga av ein person som har rett til å bruke sjølvbetjeningsportalen. Det tek ti minutt.
errand-make-client-1 = Kopier ID-en til klienten frå portalen, og trykk Enter her for å lime han inn. Den nye nøkkelen har ID-en (kid) { $kid }.
errand-make-client-after = Ein ny klient brukar opptil ti minutt på å bli kjend overalt.

errand-add-scopes-title = Legg scopa til på klienten
errand-add-scopes-about = Klienten { $client } manglar scopes som rolla treng.
errand-add-scopes-after = Det verkar innan nokre minutt. Denne sida ser etter av seg sjølv.

errand-compare-client-title = Samanlikn klienten med portalen
errand-compare-client-about = Maskinporten kjenner ikkje denne klienten, eller ikkje denne nøkkelen. Laga du han nettopp, tek det opptil ti minutt.
errand-compare-client-1 = Samanlikn ID-en til klienten med { $client } (y kopierer han).
errand-compare-client-2 = Samanlikn ID-en til nøkkelen (kid) i nøkkelseksjonen med { $kid }.
errand-compare-client-after = Det som er ulikt, blir endra her: trykk Esc, vel svaret, og trykk Enter.

errand-approve-title = Godkjenn systembrukaren
errand-approve-about = Ein person hos { $party } med rolla Tilgangsstyrar godkjenner førespurnaden.
errand-approve-1 = Les kva { $party } blir beden om, og godkjenn.
errand-approve-after = Denne sida ser etter av seg sjølv.
