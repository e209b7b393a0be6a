### Heile vegen før første steg: kven gjer kva, og kor lang tid det tek.

title-own = Dette treng ein { $role } { $place }
title-by-vendor = Dette gjer leverandøren for ein { $role } { $place }, og dette gjer du
place-sandbox = i sandkassa
place-tt02 = i TT02
place-prod = i produksjon
place-custom = på eigne adresser
total = Omtrent { $minutes } minutt av di eiga tid, og ingen ventedagar
total-waiting = Omtrent { $minutes } minutt av di eiga tid, og { $days } venting

turn-first = først
turn-today = i dag
turn-then = så
turn-last = til slutt

who-you = du
who-service-desk = Servicedesk
who-digdir = Digdir
who-service-owner = tenesteeigar
who-approver = godkjennar
who-vendor = leverandør
who-sender = avsendar
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Formidling

minutes = { $minutes } min
up-to-minutes = inntil { $minutes } min
days = { $from }–{ $to } dagar
days-at-most =
    { $to ->
        [one] inntil { $to } dag
       *[other] inntil { $to } dagar
    }

leg-terms-of-use = Lèt verksemda di godta bruksvilkåra for Maskinporten, om ho ikkje har gjort det
leg-portal-right = Få retten til sjølvbetjeningsportalen av hovudadministratoren i verksemda
leg-synthetic-organisation = Vel ein syntetisk organisasjon i Tenor, og noter dagleg leiar
leg-sandbox-answers = La sandkassa fylle inn svara
leg-scope-letter = Send brevet om scopes, før alt anna: svaret tek dagar
leg-scope-grant = Gir verksemda di scopa ho treng
leg-access-letter = Be tenesteeigaren om tilgang til ressursen
leg-access-grant = Slepp verksemda di inn, der ressursen krev det
leg-key-and-client = Lag ein nøkkel, og klienten i sjølvbetjeningsportalen
leg-scopes-on-client = Legg scopa du har fått, til på klienten
leg-publish-resource = Publiser ressursen og reglane for han
leg-register-owner = Registrer verksemda di som tenesteeigar i Formidling
leg-storage = Gjer lagringsplassen klar
leg-configure-resource = Set opp ressursen i Formidling
leg-register-system = Registrer systemet, og be om systembrukaren
leg-approval = Godkjenn systembrukaren i Altinn
leg-customer-approval = Hos kunden: godkjenner systembrukaren i Altinn
leg-subscription = Abonner på hendingar, før den første fila
leg-send-test = Send ei testfil
leg-test-from-sender = Sender deg ei testfil
leg-fetch-test = Hent og stadfest testfila
leg-round-trip = Send ei testfil heile vegen rundt
leg-first-event = Sender den første hendinga til webhooken din
leg-name-vendor = Gi leverandøren organisasjonsnummeret ditt og ressursen
leg-vendor-access = Har scopes, klient og tilgang til ressursen sjølv
leg-vendor-system = Registrerer systemet sitt, og ber om ein systembrukar
leg-vendor-test = Gjer ei testoverføring for deg
leg-see-test = Sjå at testen kom fram, og sei det i steg 3

note-side-by-side = Det som står under same ord, kan gjerast samtidig: ingenting der ventar på det andre.
note-estimates = Tidene er det andre har opplevd. Ingen lovar dei.
