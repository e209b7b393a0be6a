### Hele veien før første steg: hvem gjør hva, og hvor lang tid det tar.

title-own = Dette trenger en { $role } { $place }
title-by-vendor = Dette gjør leverandøren for en { $role } { $place }, og dette gjør du
place-sandbox = i sandkassen
place-tt02 = i TT02
place-prod = i produksjon
place-custom = på egne adresser
total = Omtrent { $minutes } minutter av din egen tid, og ingen ventedager
total-waiting = Omtrent { $minutes } minutter av din egen tid, og { $days } venting

turn-first = først
turn-today = i dag
turn-then = så
turn-last = til slutt

who-you = du
who-service-desk = Servicedesk
who-digdir = Digdir
who-service-owner = tjenesteeier
who-approver = godkjenner
who-vendor = leverandør
who-sender = avsender
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Formidling

minutes = { $minutes } min
up-to-minutes = inntil { $minutes } min
days = { $from }–{ $to } dager
days-at-most =
    { $to ->
        [one] inntil { $to } dag
       *[other] inntil { $to } dager
    }

leg-terms-of-use = Lar virksomheten din godta bruksvilkårene for Maskinporten, om den ikke har gjort det
leg-portal-right = Få rettigheten til selvbetjeningsportalen av hovedadministratoren i virksomheten
leg-synthetic-organisation = Velg en syntetisk organisasjon i Tenor, og noter daglig leder
leg-sandbox-answers = La sandkassen fylle inn svarene
leg-scope-letter = Send brevet om scopes, før alt annet: svaret tar dager
leg-scope-grant = Gir virksomheten din scopene den trenger
leg-access-letter = Be tjenesteeieren om tilgang til ressursen
leg-access-grant = Slipper virksomheten din inn, der ressursen krever det
leg-key-and-client = Lag en nøkkel, og klienten i selvbetjeningsportalen
leg-scopes-on-client = Legg scopene du har fått, til på klienten
leg-publish-resource = Publiser ressursen og reglene for den
leg-register-owner = Registrer virksomheten din som tjenesteeier i Formidling
leg-storage = Gjør lagringsplassen klar
leg-configure-resource = Sett opp ressursen i Formidling
leg-register-system = Registrer systemet, og be om systembrukeren
leg-approval = Godkjenn systembrukeren i Altinn
leg-customer-approval = Hos kunden: godkjenner systembrukeren i Altinn
leg-subscription = Abonner på hendelser, før den første filen
leg-send-test = Send en testfil
leg-test-from-sender = Sender deg en testfil
leg-fetch-test = Hent testfilen og bekreft den
leg-round-trip = Send en testfil hele veien rundt
leg-first-event = Sender den første hendelsen til webhooken din
leg-name-vendor = Gi leverandøren organisasjonsnummeret ditt og ressursen
leg-vendor-access = Har selv scopes, klient og tilgang til ressursen
leg-vendor-system = Registrerer systemet sitt, og ber om en systembruker
leg-vendor-test = Gjør en testoverføring for deg
leg-see-test = Se at testen kom fram, og si det i steg 3

note-side-by-side = Det som står under samme ord, kan gjøres samtidig: ingenting der venter på det andre.
note-estimates = Tidene er det andre har opplevd. Ingen lover dem.
