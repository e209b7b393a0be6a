### Det `explain` legger til ordene for funn, årsaker, sjekker og felt.

## Det som står i stedet for en verdi som bare et virkelig funn har, der et eksempel ville villede. Et attributt gjelder bare ett funn

stands-for-field = et svar
stands-for-party = virksomheten
stands-for-until = det tidspunktet som svaret oppgir
    .client-not-known-yet = ti minutter
    .scopes-missing-yet = ti minutter
    .list-no-access-yet = ti minutter
    .validation-tried = ti minutter etter at abonnementet ble laget
    .event-awaited = en time etter at abonnementet ble laget
    .event-needs-transfer = en time etter at abonnementet ble laget

## Ledetekster

label-codes = Koder
label-said-by = Sagt av
label-who = Hvem
label-takes = Tid
label-not = Må ikke forveksles med
label-see = Se også
label-step = Steg
label-flag = Flagg
label-variable = Variabel
label-example = Eksempel
label-examples = Eksempelverdier
label-trace = Sporings-ID
label-proves = Beviser
label-asks = Spør
label-needs = Først
label-roles = For
label-accuses = Kan finne
label-alone = Alene
label-source = Fra
label-form = Form
label-default = Uten svar
label-required = Påkrevd
label-toml = I en fil

kind-cause = Avslag fra tjenestene
kind-finding = Det en sjekk kan finne
kind-check = Sjekker
kind-field = Svar
kind-question = Det nybegynnere spør om

family-gateway = Altinns gateway
family-maskinporten = Maskinporten
family-exchange = Altinns tokenbytte
family-systems = Altinns register over systemer og systembrukere
family-resource-registry = Altinns ressursregister
family-broker = Altinn Formidling
family-events = Altinn Events
family-admin = Digdirs administrasjon av klienter
family-other = en annen tjeneste

## Det som sies om en sjekk

asks-nobody = ingen: den ser på det som er på denne maskinen
asks-at-times = { $call } (i noen profiler)
asks-own = GET til adressen som du har oppgitt
needs-nothing = ingenting
needs-for = { $checks } ({ $roles })

## Det som sies om et svar

source-you = Du bestemmer.
source-register = Nummeret står i Enhetsregisteret i Brønnøysund. I test er det nummeret til en syntetisk organisasjon, fra Tenor.
source-portal = Siden til klienten i selvbetjeningsportalen for miljøet viser det.
source-key = Den som laget nøkkelen til klienten, har den. Finnes det ingen ennå, lager programmet en.
source-issuer = Buypass eller Commfides leverer det til virksomheten din.
source-admin = Den som har virksomhetens klient for administrasjon hos Digdir, har det. De fleste har ingen, og trenger ingen.
source-service-desk = Altinn Servicedesk (servicedesk@altinn.no) gir det.
source-network = Nettverksansvarlig har den.
source-letter = Programmet noterer dagen når du sier at brevet er sendt.
source-service-owner = Tjenesteeieren oppgir ID-en. Veiviseren viser ressursene i miljøet.
source-system = Den som registrerte systemet, har den. Programmet finner den i et token, eller registrerer en.
source-request = Den som ba om systembrukeren, valgte den, hvis noen gjorde det.
source-proposed = Programmet foreslår noe, og du kan skrive noe annet.
source-vendor = Leverandøren sier det, eller Altinn viser det til din egen virksomhet.
source-counterpart = De som skal motta, oppgir organisasjonsnumrene sine.
source-broker = Formidling gir hver filoverføring en ID. Programmet noterer den for hver testfil det sender, og avsenderen kan oppgi den.
source-webhook = Den som drifter webtjeneren eller tunnelen din, har adressen.
source-application = Loggen til ditt eget program viser det.

form-environment = sandbox, tt02, prod; eller egne adresser, som tabellen [environment] i en fil
form-organisation = et organisasjonsnummer: ni siffer, med eller uten mellomrom
form-organisations = organisasjonsnumre, med komma mellom
form-choice = en av { $choices }
form-line = en linje tekst
form-secret = hvor hemmeligheten er: en sti, file: og en sti, env: og en variabel, eller cmd: og et program
form-day = en dag: 2026-11-28, 28.11.2026 eller i dag
form-several = flere, med komma mellom
form-path = stien til en fil

required-nobody = ingen
required-usual = { $roles }
required-certificate = { $roles }, når klienten signerer med et sertifikat
required-by-vendor = { $roles }, når en leverandør drifter systemet
asked-usual = { $roles }
asked-certificate = { $roles }, når klienten signerer med et sertifikat
asked-by-vendor = { $roles }, når en leverandør drifter systemet
asked-admin = { $roles }, når det finnes en administrasjonsklient
asked-admin-certificate = { $roles }, når administrasjonsklienten signerer med et sertifikat

default-none = ingenting antas

## Hvor lang tid det tar

wait-you = Det virker så snart du har gjort det.
wait-service-desk = Noen virkedager, slik andre har opplevd det.
wait-digdir = Noen virkedager, slik andre har opplevd det.
wait-service-owner = Så lang tid som tjenesteeieren trenger. En endring derfra virker innen ti minutter.
wait-approver = Så lang tid som den som godkjenner, trenger. Det virker så snart det er godkjent.
wait-vendor = Så lang tid som leverandøren trenger.
wait-sender = Så lang tid som avsenderen trenger.
wait-recipient = Så lang tid som mottakeren trenger.
wait-customer = Så lang tid som kunden trenger. Det virker så snart det er delegert.
wait-altinn-events = Opptil en time etter at abonnementet ble laget, og sekunder etter det.
wait-altinn-broker = Noen minutter.
wait-propagation = Opptil ti minutter etter endringen.
wait-network = Så lang tid som nettverksansvarlig trenger.
wait-rate-limit = Høyst et minutt: Kallene i hvert minutt telles. Svaret sier hvor mange sekunder i headeren Retry-After, og en sjekk oppgir tidspunktet.
wait-trouble = Som regel minutter. Det går over av seg selv.
wait-issuer = Det virker med en gang hvis du har sertifikatet. Et nytt tar utstederen dager eller uker.
wait-api-key = Det virker med en gang hvis du har nøkkelen. Servicedesken trenger noen virkedager på en ny.
wait-validation = Opptil ti minutter: Altinn prøver webhooken flere ganger.
wait-event-list = Et halvt minutt etter hendelsen.

## Det som skiller dem som ligner

apart-scopes = MP-200: Scopet er ikke på klienten. MP-201: Klienten er av en annen type enn Maskinporten. MP-250: Det er på klienten, men Altinn har ikke gitt tilgang til det. MP-251: En kunde har ikke delegert det. MP-200 alene forteller ikke om tilgangen er gitt: Portalen tilbyr bare scopes du har fått tilgang til.
apart-client-and-key = MP-100: ingen klient med denne ID-en i dette miljøet. Ukjent kid: Klienten finnes, men nøkkelen er ikke på den. MP-121: Nøkkelen er der, men året er over. MP-124: Kid stemmer, men den private nøkkelen er en annen. Ingen kid: Klienten vil ha en.
apart-assertion = MP-011 kan ikke leses i det hele tatt. MP-110 kan leses, men nevner et annet Maskinporten. MP-012 har kommet før, bokstav for bokstav.
apart-certificates = MP-120 og MP-123 gjelder selve sertifikatet, MP-122 hvem det tilhører.
apart-system-user-grant = MP-301 og MP-302: Forespørselen er skrevet feil. MP-303: Den er skrevet riktig, men ingen godkjent systembruker passer til den.
apart-unauthorised = Fire svar deler statusen 401. Med ordene "subscription key" er svaret fra gatewayen. Med BRO-00006 er tokenet i orden, men rettigheten mangler. Fra tokenbyttet er det Maskinporten-tokenet som ikke godtas. Uten innhold godtar ikke tjenesten tokenet: klokke, miljø eller ikke byttet mot et Altinn-token.
apart-forbidden = En 403 uten innhold er et scope som tokenet mangler. En 403 med ord fra Altinn Events er policyen. En 404 med ord fra gatewayen er en feil adresse. Har noe på veien endret forespørselen, sier statusen hva: 406 headeren Accept, 415 innholdstypen, 410 en header for virksomhetsbrukere som er lagt til, og en 400 som nevner hvem som laget tokenet, adressen.
apart-system-ids = Avvist: formen på ID-en. Opptatt: Noen har den, eller har hatt den. Slettet: Du har hatt den. Ukjent: Ingen har den, eller en annen leverandør har den. En avvist leverandør gjelder nummeret i tokenet, og ikke ID-en.
apart-system-rights = En ukjent ressurs er ikke i registeret for dette miljøet. En som ikke kan delegeres, er der, men eieren har ikke åpnet den. En rettighet som ikke er på systemet, mangler i din egen registrering. En liste holder virksomheten utenfor.
apart-system-parts = Hver av dem nevner én del av registreringen: klienten, siden etter godkjenningen, rettigheter, pakker, typen system, navnet. Stien ved siden av koden sier hvilken.
apart-requests = Venter: Ingen har svart. Avvist: Noen har sagt nei, og forespørselen står i veien for en ny. Besvart: Den kan ikke lenger endres. Ukjent: Det finnes ingen. Finnes allerede: Den er godkjent. En som ikke får godkjenne: Forespørselen er i orden, men personen mangler en rettighet.
apart-set-up = I denne rekkefølgen: publisert som ressurs med en eier, eieren registrert i Formidling, lagringsplassen klar, ressursen satt opp i Formidling. Hver kode nevner den første som mangler. En policy som avvises, handler om reglene i den, ikke om Formidling.
apart-transfer-states = Ukjent: ikke i dette miljøet. Ingen fil ennå: bare opprettet. Begynt: En opplasting er begynt og kan ikke begynnes igjen. Ikke klar: sendt, men ikke publisert ennå. Ikke publisert: forbi det, eller feilet. Ikke hentet: publisert, men ingen har hentet den.
apart-files = En annen sjekksum: Bytene ble endret på veien. En mislykket opplasting: Ikke alle bytene kom fram. Et avvist område: Filen er i orden, men forespørselen gjelder noe etter slutten.
apart-limits = En for stor fil møter grensen for ressursen. De andre kommer når selve grensen settes.
apart-recipients = Ikke på listen: Ressursen har en tilgangsliste. Påkrevd part og én mottaker: Ressursen vil ha eieren med i hver filoverføring. Ikke i registeret: Nummeret er fra et annet miljø, eller skrevet feil.
apart-subscriptions = Altinn ser på adressen først, så på filtrene (400), så på policyen (403 med ord).
apart-access-lists = For mange medlemmer, en ressurs som ikke finnes, en ressurs med en annen eier og en eier nevnt ved nummer har hver sin kode. Ingen av dem gjelder en virksomhet på listen.
apart-statistics = Spurt feil (400), ingenting å rapportere (404) og sviktet (500).
apart-administration = En 401 er tokenet, en 403 scopet, en 404 klienten.
apart-failed = En svikt hos tjenesten (500 og mer) går over av seg selv. Spurt for ofte (429) går over på en tid som svaret nevner.
apart-silence = Et navn som ikke er kjent, avvises av navnetjeneren før noe er sendt. En avvist tilkobling svarer straks, en brannmur som stopper trafikken uten å svare, først etter sekunder. En forbindelse som blir brutt, var begynt.
apart-tls = En ukjent utsteder er som regel trafikkontrollen i ditt eget nettverk, og navnet viser det. Utløpt og ikke gyldig ennå kan være klokken på denne maskinen. Et annet navn betyr at adressen fører et annet sted. En nettside er en proxy som har sluppet forbindelsen gjennom.
apart-proxies = Navnet på proxyen, porten, sertifikatet til proxyen, innloggingen og listen over hva som kan nås, svikter i denne rekkefølgen. Etter en 407 har ingenting nådd Altinn.
apart-clock = MP-130 og "Issue time" er klokken på denne maskinen slik Maskinporten ser den. Et nøkkelår som er over, har sin egen kode.
apart-key-files = Det som er der, kjennes på innholdet og ikke på navnet: en offentlig halvdel, et sertifikat, en kryptert nøkkel, et annet format, en annen algoritme eller en fil som er kuttet.

## Det nybegynnere spør om

question-api-key = Trengs en API-nøkkel?
    .fix = Ikke i dag, verken i test eller produksjon. Sjekken av gatewayen spør den uten og forteller det. Veiledningene fra 2024 sier noe annet.
question-which-scopes = Hvilke scopes trengs, og hvem gir tilgang til dem?
    .fix = En avsender trenger altinn:broker.write, en mottaker altinn:broker.read, en tjenesteeier altinn:serviceowner, og altinn:resourceregistry/resource.write for å publisere uten Altinn Studio. Den som registrerer et system og ber om systembrukere, trenger også altinn:authentication/systemregister.write og altinn:authentication/systemuser.request.write og .read. Altinn Servicedesk gir tilgang til disse; så legger du dem til på klienten: Begge deler trengs. altinn:events.subscribe, for hendelser, er åpent for alle og skal bare legges til.
question-scope-still-refused = Klienten finnes, men scopet avvises fortsatt. Hvorfor?
    .fix = Les koden: MP-200, MP-201 og MP-250 har tre forskjellige løsninger.
question-kid = Hva er kid, og hvorfor avvises den?
    .fix = Det er ID-en til nøkkelen på klienten, slik selvbetjeningsportalen viser den. Hver forespørsel om et token nevner den i headeren til JWT-en, hvis ikke et sertifikat signerer. Den avvises når klienten ikke har noen nøkkel med den ID-en.
question-wrong-environment = Er jeg i riktig miljø?
    .fix = Test og produksjon har hver sine klienter, nøkler, sertifikater, adresser og virksomheter. Ta alle fra ett av dem.
question-clock-skew = "Issue time is in the future": Hvilken klokke går feil?
    .fix = Den på denne maskinen. Maskinporten godtar høyst 10 sekunders forskjell. Still den automatisk.
question-key-year = Det virket i et år og stanset over natten. Hvorfor?
    .fix = En nøkkel lever ett år fra dagen den ble lagt til på klienten. Lag den neste i tide: Programmet gjør det i ett, og en nattlig kjøring av sjekken av nøkkelen varsler.
question-system-user-refused = MP-303: Hvorfor finnes ingen systembruker?
    .fix = Se på fire ting i denne rekkefølgen: Forespørselen er godkjent; klient-ID-en er på systemet; den eksterne referansen er den samme som i forespørselen; organisasjonsnummeret stemmer.
question-token-exchange = Må tokenet byttes mot et Altinn-token, og når?
    .fix = Ja: Altinn Events godtar bare et Altinn-token, og dokumentasjonen til Formidling ber også om det. Send en GET til /authentication/api/v1/exchange/maskinporten på plattformen til Altinn, med tokenet fra Maskinporten som bearer-token. Svaret er Altinn-tokenet, som lever i 30 minutter.
question-approval = Hvem godkjenner, og hva om de sier nei eller jeg spør to ganger?
    .fix = En tilgangsstyrer eller daglig leder, som selv må ha hver rettighet det bes om. En forespørsel som venter, tas opp igjen; en som er avvist, slettes før en ny lages.
question-not-delegable = "Tjenestene eksisterer ikke, eller er ikke delegerbare": Hvilken ressurs menes?
    .fix = En av dem på systemet. Den er ikke publisert i dette miljøet, eller eieren har ikke satt den som delegerbar.
question-system-id-form = Hvordan skal ID-en til et system se ut?
    .fix = Organisasjonsnummeret til klientens eier, en understrek og et navn uten mellomrom. La den være tom, så blir en som passer, foreslått.
question-org-placeholder = Alt er gitt, men abonneringen feiler. Hvorfor?
    .fix = Se om policyen fortsatt har plassholderen [org] i seg. Der skal tjenesteeierens egen kode stå. Publiser policyen på nytt.
question-subscribe-right = Må policyen nevne handlingen subscribe?
    .fix = Ja. Lesing og skriving tar den ikke med. Tjenesteeieren legger den til i reglene for dem som sender og mottar.
question-broker-refuses = Formidling sier 401 med et gyldig token. Hva mangler?
    .fix = BRO-00006 gjelder en rettighet og ikke tokenet. Sjekk tre ting: systembrukeren har fått ressursen, virksomheten står på tilgangslisten hvis det er en, og ressursen er satt opp i Formidling.
question-event-filters = Hvilke filtre trenger et abonnement?
    .fix = To: resourceFilter er urn:altinn:resource: og ID-en til ressursen, med små bokstaver; subjectFilter er urn:altinn:organization:identifier-no: og organisasjonsnummeret ditt. typeFilter er valgfritt: én type, med små bokstaver. sourceFilter er fra den gamle dokumentasjonen og avvises.
question-empty-filters = Abonnementet finnes, men ingen hendelse kommer. Hvorfor?
    .fix = Utelat et filter heller enn å la det være tomt: Et tomt filter treffer ingenting. Et filter kan heller ikke slutte med skråstrek.
question-event-delay = Hvor lenge til den første hendelsen, eller til den siste etter en sletting?
    .fix = Opptil en time: Altinn Events husker i en time at ingen abonnerer, og at noen gjør det. Abonner før den første filoverføringen.
question-webhook-demands = Hva krever Altinn av en webhook?
    .fix = En offentlig https-adresse som svarer på hver POST innen 45 sekunder med en status fra 200 til 299, uten viderekobling: på hendelser, og på valideringshendelsen også. Et abonnement som nettopp er laget, er ikke validert ennå.
question-subscription-refused = Et abonnement svarer 401 eller 403. Hva er hva?
    .fix = En 401 er tokenet. En 403 uten innhold er scopet altinn:events.subscribe. En 403 med ord er policyen.
question-test-organisations = Hvorfor er min egen virksomhet ukjent i test?
    .fix = Test kjenner bare syntetiske organisasjoner, og tjenesteeiere som seg selv. Velg en syntetisk i Tenor, og logg inn i Altinn med TestID som daglig leder for den. Det som er delegert i produksjon, gjelder ikke der.
question-terms-of-use = Portalen sier at vilkår ikke er signert. Hva nå?
    .fix = En som kan signere for virksomheten, signerer Digdirs vilkår for Maskinporten én gang. Det tar dager: Begynn med det.
question-portal-menus = Hvilken meny i selvbetjeningsportalen er min?
    .fix = «Mine klienter» i menyen til venstre i portalen: åpne klienten din der, og scopene på den. «Scopes» i samme meny er for dem som tilbyr et API.
question-owner-order = I hvilken rekkefølge setter en tjenesteeier opp Formidling?
    .fix = Publiser ressursen og policyen, registrer virksomheten din i Formidling, vent noen minutter på lagringsplassen, og sett så opp ressursen i Formidling.
question-old-documentation = Dokumentasjonen sier imot seg selv. Hvilken side gjelder?
    .fix = De engelske sidene for å komme i gang med Formidling. Scopet altinn:authorization:pdp, kildefiltre, stier med /file og hendelsestyper med .Published er gamle.
question-rate-limits = Hvor ofte kan jeg spørre?
    .fix = Søket i Formidling 10 ganger og detaljene 15 ganger i minuttet, resten rundt 120 ganger. Vent så lenge en 429 sier, og bruk hendelser i stedet for å spørre.
question-library-upgrade = Et bibliotek er oppgradert, og hvert kall svarer 401. Hvorfor?
    .fix = Se på tokenet som sendes nå: utsteder, konsument, scope og tid. Som regel byttes det ikke lenger mot et Altinn-token, eller det er fra et annet miljø.
question-office-network = Det virker hjemme, men ikke på kontoret. Hva er imellom?
    .fix = En proxy, en brannmur som stopper trafikken, eller en inspeksjon av kryptert trafikk. Sjekken av vertene sier hvilken, med navn.
question-samples-differ = De offisielle eksemplene har forskjellig kid, externalRef og prefiks. Hva er riktig?
    .fix = Utelat externalRef hvis ikke forespørselen hadde en, skriv organisasjonsnumre som 0192:NUMMER i authorization_details, og ta kid fra portalen.
question-resource-type = Av hvilken type skal ressursen være, og hvem kan godkjenne?
    .fix = BrokerService, som Altinn Studio kaller «Formidlingstjeneste». Reglene i policyen nevner rollene og tilgangspakkene som gir rett til å godkjenne en systembruker.
question-old-hosts = Et eksempel nevner ver1.maskinporten.no, ver2.maskinporten.no eller api.altinn.no. Er de riktige?
    .fix = Nei. Skriv test.maskinporten.no for de to første, som var for testing til 2024, og platform.altinn.no for den siste. Det som står i aud, endres sammen med adressen.

## Det som ikke er kjent

not-known = { $code } er ikke i katalogen til denne versjonen.
not-known-answer = Dette svaret er ikke i katalogen til denne versjonen.
not-known-family = Koder som begynner med { $begin }, er fra { $service }.
not-known-status = Det kom med statusen { $status }.
not-known-words = Tjenestens egne ord: { $words }
not-known-do = Gjør det igjen. Blir det ikke bedre, sender du dette til servicedesk@altinn.no, sammen med det du skulle gjøre:
letter-subject = Emne: { $code } fra { $service }
letter-when = Tidspunkt: (fyll inn)
letter-organisation = Organisasjonsnummer: (fyll inn)
letter-environment = Miljø: (TT02 eller produksjon)

nothing-known = Ingenting er kjent om dette. Slå opp med koden (MP-200), hele teksten i svaret, en sjekk (client.token) eller et svar (client-id). Alt som finnes: { $command }
holds-secret = Det er et token eller en privat nøkkel i det du ga. Ingenting av det vises eller beholdes her. Sjekk hvor ellers det er limt inn.
too-long = Bare de første { $size } av det som ble gitt, er sett på.
list-hint = En av dem: { $command }
