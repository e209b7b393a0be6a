### Words that every front shares, as written in the middle of a sentence. At the beginning of a line the code makes the first
### letter a capital. `.in-full` also explains who it is.

role-sender = avsendar
role-recipient = mottakar
role-service-owner = tenesteeigar

environment-sandbox = sandkassa
environment-tt02 = TT02
environment-prod = produksjon
environment-custom = eigne adresser

state-ready = klar
state-needs-you = du må gjere noko
state-waiting = ventar
state-failing = feil
state-unknown = kunne ikkje spørje
state-set-aside = lagt til side
state-with-vendor = hos leverandøren
state-not-started = ikkje starta

verdict-pass = i orden
verdict-warn = merknad
verdict-needs-you = du må gjere noko
verdict-waiting = ventar
verdict-fail = feil
verdict-unknown = kunne ikkje spørje
verdict-skipped = ikkje spurt

who-you = du
who-service-desk = Altinn Servicedesk
    .in-full = Altinn Servicedesk (servicedesk@altinn.no)
who-digdir = Digdir
    .in-full = Digdir, som driftar Maskinporten
who-service-owner = tenesteeigaren
    .in-full = tenesteeigaren, som eig ressursen
who-approver = den som skal godkjenne
    .in-full = den som skal godkjenne: ein tilgangsstyrar i verksemda di
who-vendor = leverandøren
    .in-full = leverandøren, som driftar systemet
who-sender = avsendaren
who-recipient = mottakaren
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Formidling
who-propagation = at endringa når alle maskinene
who-network = nettverksansvarleg

## Lines about findings and deeds.

said-ready = { $done } av { $all } klare
said-ready-of-the-rest = { $done } av { $all } klare, steg { $step } lagt til side
said-ready-without = klar: { $done } bevist, steg { $step } lagt til side
said-with-vendor = steg { $step }: { $state }, { $others } hos leverandøren
said-ready-with-vendor = klar: steg { $step } ifølgje deg, { $others } hos leverandøren
said-by-you = ifølgje deg { $day }
said-took = { $ms } ms
said-moving = { $rate } i sekundet
said-moving-left = { $rate } i sekundet, { $left } igjen
said-needs = ikkje spurt enno; først, i steg { $step }: { $check }
said-do = Gjer:
said-who = Kven: { $who }.
said-waiting = Ventar på { $who }.
said-waiting-since = Ventar på { $who } sidan { $since }.
said-until = Seinast { $until }.
said-stored = Funne { $at }, og teke vare på sidan.
said-found = Funne { $at }.
said-chain = Dette blei det spurt om, i rekkjefølgje:
said-code = Koden til tenesta: { $code }.

## Deeds: what each does, and its title for each role

deed-make-key = lagar eit nøkkelpar i profilen si eiga nøkkelmappe
    .title = Lag ein nøkkel
deed-post-key = legg den offentlege nøkkelen til på klienten: med ein administrasjonsklient, eller for hand i portalen
    .title = Legg til nøkkelen på klienten
deed-rotate-key = lagar ein ny nøkkel ved sida av den gamle, og beviser han før han blir brukt
    .title = Legg til ein ny nøkkel ved sida av
deed-retire-key = fjernar ein gammal nøkkel frå klienten
    .title = Fjern ein gammal nøkkel frå klienten
deed-ask-scopes = skriv brevet til Altinn Servicedesk om scopa dine
    .title = Skriv til Altinn Servicedesk om scopa dine
deed-ask-access = skriv brevet til tenesteeigaren om tilgang
    .title = Skriv til tenesteeigaren om tilgang
deed-ask-approver = skriv meldinga til den som skal godkjenne
    .title = Skriv til den som skal godkjenne
deed-ask-counterpart = skriv meldinga til den som må sende eller hente ein test
    .title = Skriv til motparten om ei testfil
deed-register-system = registrerer systemet i systemregisteret til Altinn
    .title = Registrer systemet
deed-update-system = legg til rettar og klientar i eit system
    .title = Legg til det systemet manglar
deed-ask-system-user = ber om ein systembrukar, som tilgangsstyraren godkjenner
    .title = Be om systembrukaren
deed-change-system-user = ber om ein rett til for ein systembrukar, som tilgangsstyraren godkjenner
    .title = Be om den nye retten
deed-receive-test = hentar ei merkt testfil og stadfestar ho
    .title = Hent testfila
deed-publish-resource = publiserer ressursen i Ressursregisteret
    .title = Publiser ressursen
deed-publish-policy = publiserer kven som kan godkjenne, og kva
    .title = Publiser policyen
deed-register-owner = registrerer verksemda som tenesteeigar i Formidling
    .title = Registrer verksemda som tenesteeigar i Formidling
deed-configure-resource = set grensene for ressursen i Formidling
    .title = Set grensene i Formidling
deed-admit = slepp verksemder inn på ressursen, og tek dei av lista
    .title = Slepp inn verksemder
deed-restrict-resource = lèt berre dei på tilgangslista bruke ressursen
    .title = Slepp berre inn dei på lista
deed-unsubscribe = tek bort eit abonnement
    .title = Ta bort eit abonnement
deed-send-test = sender ei merkt testfil; ein mottakar hentar og stadfestar ei
deed-subscribe = lèt webhooken din abonnere på hendingane til ressursen
deed-send-test-sender = Send testfila
deed-send-test-recipient = Hent testfila
deed-send-test-service-owner = Send testfila heile vegen rundt
deed-subscribe-sender = Abonner på hendingar
deed-subscribe-recipient = Abonner på hendingar
deed-subscribe-service-owner = Abonner på hendingar
deed-unsubscribe-sender = Ta bort eit abonnement
deed-unsubscribe-recipient = Ta bort eit abonnement
deed-unsubscribe-service-owner = Ta bort eit abonnement
deed-ask-scopes-sender = Be Altinn Servicedesk om scopes
deed-ask-scopes-recipient = Be Altinn Servicedesk om scopes
deed-ask-scopes-service-owner = Be Altinn Servicedesk om scopes
deed-ask-access-sender = Be tenesteeigaren om tilgang
deed-ask-access-recipient = Be tenesteeigaren om tilgang
deed-ask-access-service-owner = Be tenesteeigaren om tilgang
deed-ask-approver-sender = Be om godkjenning av systembrukaren
deed-ask-approver-recipient = Be om godkjenning av systembrukaren
deed-ask-approver-service-owner = Be om godkjenning av systembrukaren
deed-ask-counterpart-sender = Be mottakaren hente testfila
deed-ask-counterpart-recipient = Be ein avsendar om ei testfil
deed-ask-counterpart-service-owner = Be om ei testfil

## Ein policy: kven reglane gjeld for, og kva dei gir rett til, med kodane

policy-role-dagl = dagleg leiar
policy-role-lede = styrets leiar
policy-role-innh = innehavar
policy-role-hadm = hovudadministrator
policy-role-admai = tilgangsstyring
policy-role-apiadm = programmeringsgrensesnitt
policy-named-role = { $name } ({ $code })
policy-other-role = rolla { $code }
policy-package = tilgangspakken { $code }
policy-owner = tenesteeigaren { $code }
policy-organisation = verksemda { $number }
policy-action-read = ta imot filer (read)
policy-action-write = sende filer (write)
policy-action-subscribe = abonnere på hendingar (subscribe)
policy-rule = { $subject }: { $action }
