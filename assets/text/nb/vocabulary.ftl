### Words that every front shares, as written in the middle of a sentence. At the beginning of a line the code makes the first
### letter a capital. `.in-full` also explains who it is.

role-sender = avsender
role-recipient = mottaker
role-service-owner = tjenesteeier

environment-sandbox = sandkassen
environment-tt02 = TT02
environment-prod = produksjon
environment-custom = egne adresser

state-ready = klar
state-needs-you = du må gjøre noe
state-waiting = venter
state-failing = feil
state-unknown = kunne ikke spørre
state-set-aside = lagt til side
state-with-vendor = hos leverandøren
state-not-started = ikke startet

verdict-pass = i orden
verdict-warn = merknad
verdict-needs-you = du må gjøre noe
verdict-waiting = venter
verdict-fail = feil
verdict-unknown = kunne ikke spørre
verdict-skipped = ikke spurt

who-you = du
who-service-desk = Altinn Servicedesk
    .in-full = Altinn Servicedesk (servicedesk@altinn.no)
who-digdir = Digdir
    .in-full = Digdir, som drifter Maskinporten
who-service-owner = tjenesteeieren
    .in-full = tjenesteeieren, som eier ressursen
who-approver = den som skal godkjenne
    .in-full = den som skal godkjenne: en tilgangsstyrer i virksomheten din
who-vendor = leverandøren
    .in-full = leverandøren, som drifter systemet
who-sender = avsenderen
who-recipient = mottakeren
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Formidling
who-propagation = at endringen når alle maskinene
who-network = nettverksansvarlig

## Lines about findings and deeds.

said-ready = { $done } av { $all } klare
said-ready-of-the-rest = { $done } av { $all } klare, steg { $step } lagt til side
said-ready-without = klar: { $done } bevist, steg { $step } lagt til side
said-with-vendor = steg { $step }: { $state }, { $others } hos leverandøren
said-ready-with-vendor = klar: steg { $step } ifølge deg, { $others } hos leverandøren
said-by-you = ifølge deg { $day }
said-took = { $ms } ms
said-moving = { $rate } i sekundet
said-moving-left = { $rate } i sekundet, { $left } igjen
said-needs = ikke spurt ennå; først, i steg { $step }: { $check }
said-do = Gjør:
said-who = Hvem: { $who }.
said-waiting = Venter på { $who }.
said-waiting-since = Venter på { $who } siden { $since }.
said-until = Senest { $until }.
said-stored = Funnet { $at }, og tatt vare på siden.
said-found = Funnet { $at }.
said-chain = Dette ble det spurt om, i rekkefølge:
said-code = Tjenestens egen kode: { $code }.

## Deeds: what each does, and its title for each role

deed-make-key = lager et nøkkelpar i profilens egen nøkkelmappe
    .title = Lag en nøkkel
deed-post-key = legger den offentlige nøkkelen til på klienten: med en administrasjonsklient, eller for hånd i portalen
    .title = Legg til nøkkelen på klienten
deed-rotate-key = lager en ny nøkkel ved siden av den gamle, og beviser den før den brukes
    .title = Legg til en ny nøkkel ved siden av
deed-retire-key = fjerner en gammel nøkkel fra klienten
    .title = Fjern en gammel nøkkel fra klienten
deed-ask-scopes = skriver brevet til Altinn Servicedesk om scopene dine
    .title = Skriv til Altinn Servicedesk om scopene dine
deed-ask-access = skriver brevet til tjenesteeieren om tilgang
    .title = Skriv til tjenesteeieren om tilgang
deed-ask-approver = skriver meldingen til den som skal godkjenne
    .title = Skriv til den som skal godkjenne
deed-ask-counterpart = skriver meldingen til den som må sende eller hente en test
    .title = Skriv til motparten om en testfil
deed-register-system = registrerer systemet i Altinns systemregister
    .title = Registrer systemet
deed-update-system = legger til rettigheter og klienter i et system
    .title = Legg til det systemet mangler
deed-ask-system-user = ber om en systembruker, som tilgangsstyreren godkjenner
    .title = Be om systembrukeren
deed-change-system-user = ber om en rettighet til for en systembruker, som tilgangsstyreren godkjenner
    .title = Be om den nye rettigheten
deed-receive-test = henter en merket testfil og bekrefter den
    .title = Hent testfilen
deed-publish-resource = publiserer ressursen i Ressursregisteret
    .title = Publiser ressursen
deed-publish-policy = publiserer hvem som kan godkjenne, og hva
    .title = Publiser policyen
deed-register-owner = registrerer virksomheten som tjenesteeier i Formidling
    .title = Registrer deg som tjenesteeier i Formidling
deed-configure-resource = setter grensene for ressursen i Formidling
    .title = Sett grensene i Formidling
deed-admit = slipper virksomheter inn på ressursen, og tar dem av listen
    .title = Slipp inn virksomheter
deed-restrict-resource = lar bare dem på tilgangslisten bruke ressursen
    .title = Slipp bare inn dem på listen
deed-unsubscribe = tar bort et abonnement
    .title = Ta bort et abonnement
deed-send-test = sender en merket testfil; en mottaker henter og bekrefter en
deed-subscribe = lar webhooken din abonnere på hendelsene til ressursen
deed-send-test-sender = Send testfilen
deed-send-test-recipient = Hent testfilen
deed-send-test-service-owner = Send testfilen hele veien rundt
deed-subscribe-sender = Abonner på hendelser
deed-subscribe-recipient = Abonner på hendelser
deed-subscribe-service-owner = Abonner på hendelser
deed-unsubscribe-sender = Ta bort et abonnement
deed-unsubscribe-recipient = Ta bort et abonnement
deed-unsubscribe-service-owner = Ta bort et abonnement
deed-ask-scopes-sender = Be Altinn Servicedesk om scopes
deed-ask-scopes-recipient = Be Altinn Servicedesk om scopes
deed-ask-scopes-service-owner = Be Altinn Servicedesk om scopes
deed-ask-access-sender = Be tjenesteeieren om tilgang
deed-ask-access-recipient = Be tjenesteeieren om tilgang
deed-ask-access-service-owner = Be tjenesteeieren om tilgang
deed-ask-approver-sender = Be om godkjenning av systembrukeren
deed-ask-approver-recipient = Be om godkjenning av systembrukeren
deed-ask-approver-service-owner = Be om godkjenning av systembrukeren
deed-ask-counterpart-sender = Be mottakeren hente testfilen
deed-ask-counterpart-recipient = Be en avsender om en testfil
deed-ask-counterpart-service-owner = Be om en testfil

## En policy: hvem reglene gjelder for, og hva de gir rett til, med kodene

policy-role-dagl = daglig leder
policy-role-lede = styrets leder
policy-role-innh = innehaver
policy-role-hadm = hovedadministrator
policy-role-admai = tilgangsstyring
policy-role-apiadm = programmeringsgrensesnitt
policy-named-role = { $name } ({ $code })
policy-other-role = rollen { $code }
policy-package = tilgangspakken { $code }
policy-owner = tjenesteeieren { $code }
policy-organisation = virksomheten { $number }
policy-action-read = motta filer (read)
policy-action-write = sende filer (write)
policy-action-subscribe = abonnere på hendelser (subscribe)
policy-rule = { $subject }: { $action }
