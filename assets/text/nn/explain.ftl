### Det `explain` legg til orda for funn, årsaker, sjekkar og felt.

## Det som står i staden for ein verdi som berre eit verkeleg funn har, der eit døme ville villeie. Eit attributt gjeld berre eitt funn

stands-for-field = eit svar
stands-for-party = verksemda
stands-for-until = det tidspunktet som svaret oppgir
    .client-not-known-yet = ti minutt
    .scopes-missing-yet = ti minutt
    .list-no-access-yet = ti minutt
    .validation-tried = ti minutt etter at abonnementet blei laga
    .event-awaited = ein time etter at abonnementet blei laga
    .event-needs-transfer = ein time etter at abonnementet blei laga

## Leietekstar

label-codes = Kodar
label-said-by = Sagt av
label-who = Kven
label-takes = Tid
label-not = Må ikkje forvekslast med
label-see = Sjå også
label-step = Steg
label-flag = Flagg
label-variable = Variabel
label-example = Døme
label-examples = Dømeverdiar
label-trace = Sporings-ID
label-proves = Beviser
label-asks = Spør
label-needs = Først
label-roles = For
label-accuses = Kan finne
label-alone = Åleine
label-source = Frå
label-form = Form
label-default = Utan svar
label-required = Påkravd
label-toml = I ei fil

kind-cause = Avslag frå tenestene
kind-finding = Det ein sjekk kan finne
kind-check = Sjekkar
kind-field = Svar
kind-question = Det nybyrjarar spør om

family-gateway = Gatewayen til Altinn
family-maskinporten = Maskinporten
family-exchange = Tokenbytet til Altinn
family-systems = Registeret til Altinn over system og systembrukarar
family-resource-registry = Ressursregisteret til Altinn
family-broker = Altinn Formidling
family-events = Altinn Events
family-admin = Administrasjonen av klientar hos Digdir
family-other = ei anna teneste

## Det som blir sagt om ein sjekk

asks-nobody = ingen: han ser på det som er på denne maskina
asks-at-times = { $call } (i nokre profilar)
asks-own = GET til adressa som du har oppgitt
needs-nothing = ingenting
needs-for = { $checks } ({ $roles })

## Det som blir sagt om eit svar

source-you = Du avgjer.
source-register = Nummeret står i Einingsregisteret i Brønnøysund. I test er det nummeret til ein syntetisk organisasjon, frå Tenor.
source-portal = Sida til klienten i sjølvbetjeningsportalen for miljøet viser det.
source-key = Den som laga nøkkelen til klienten, har han. Finst det ingen enno, lagar programmet ein.
source-issuer = Buypass eller Commfides leverer det til verksemda di.
source-admin = Den som har klienten til verksemda for administrasjon hos Digdir, har det. Dei fleste har ingen, og treng ingen.
source-service-desk = Altinn Servicedesk (servicedesk@altinn.no) gir det.
source-network = Nettverksansvarleg har den.
source-letter = Programmet noterer dagen når du seier at brevet er sendt.
source-service-owner = Tenesteeigaren oppgir ID-en. Vegvisaren viser ressursane i miljøet.
source-system = Den som registrerte systemet, har han. Programmet finn han i eit token, eller registrerer ein.
source-request = Den som bad om systembrukaren, valde han, viss nokon gjorde det.
source-proposed = Programmet føreslår noko, og du kan skrive noko anna.
source-vendor = Leverandøren seier det, eller Altinn viser det til di eiga verksemd.
source-counterpart = Dei som skal ta imot, oppgir organisasjonsnummera sine.
source-broker = Formidling gir kvar filoverføring ein ID. Programmet noterer han for kvar testfil det sender, og avsendaren kan oppgi han.
source-webhook = Den som driftar webtenaren eller tunnelen din, har adressa.
source-application = Loggen til ditt eige program viser det.

form-environment = sandbox, tt02, prod; eller eigne adresser, som tabellen [environment] i ei fil
form-organisation = eit organisasjonsnummer: ni siffer, med eller utan mellomrom
form-organisations = organisasjonsnummer, med komma mellom
form-choice = ein av { $choices }
form-line = ei linje tekst
form-secret = kvar hemmelegheita er: ein sti, file: og ein sti, env: og ein variabel, eller cmd: og eit program
form-day = ein dag: 2026-11-28, 28.11.2026 eller i dag
form-several = fleire, med komma mellom
form-path = stien til ei fil

required-nobody = ingen
required-usual = { $roles }
required-certificate = { $roles }, når klienten signerer med eit sertifikat
required-by-vendor = { $roles }, når ein leverandør driftar systemet
asked-usual = { $roles }
asked-certificate = { $roles }, når klienten signerer med eit sertifikat
asked-by-vendor = { $roles }, når ein leverandør driftar systemet
asked-admin = { $roles }, når det finst ein administrasjonsklient
asked-admin-certificate = { $roles }, når administrasjonsklienten signerer med eit sertifikat

default-none = ingenting blir teke for gitt

## Kor lang tid det tek

wait-you = Det verkar så snart du har gjort det.
wait-service-desk = Nokre arbeidsdagar, slik andre har opplevd det.
wait-digdir = Nokre arbeidsdagar, slik andre har opplevd det.
wait-service-owner = Så lang tid som tenesteeigaren treng. Ei endring derifrå verkar innan ti minutt.
wait-approver = Så lang tid som den som godkjenner, treng. Det verkar så snart det er godkjent.
wait-vendor = Så lang tid som leverandøren treng.
wait-sender = Så lang tid som avsendaren treng.
wait-recipient = Så lang tid som mottakaren treng.
wait-customer = Så lang tid som kunden treng. Det verkar så snart det er delegert.
wait-altinn-events = Opptil ein time etter at abonnementet blei laga, og sekund etter det.
wait-altinn-broker = Nokre minutt.
wait-propagation = Opptil ti minutt etter endringa.
wait-network = Så lang tid som nettverksansvarleg treng.
wait-rate-limit = Høgst eit minutt: Kalla i kvart minutt blir talde. Svaret seier kor mange sekund i headeren Retry-After, og ein sjekk oppgir tidspunktet.
wait-trouble = Som regel minutt. Det går over av seg sjølv.
wait-issuer = Det verkar med ein gong viss du har sertifikatet. Eit nytt tek utferdaren dagar eller veker.
wait-api-key = Det verkar med ein gong viss du har nøkkelen. Servicedesken treng nokre arbeidsdagar på ein ny.
wait-validation = Opptil ti minutt: Altinn prøver webhooken fleire gonger.
wait-event-list = Eit halvt minutt etter hendinga.

## Det som skil dei som liknar

apart-scopes = MP-200: Scopet er ikkje på klienten. MP-201: Klienten er av ein annan type enn Maskinporten. MP-250: Det er på klienten, men Altinn har ikkje gitt tilgang til det. MP-251: Ein kunde har ikkje delegert det. MP-200 åleine fortel ikkje om tilgangen er gitt: Portalen tilbyr berre scopes du har fått tilgang til.
apart-client-and-key = MP-100: ingen klient med denne ID-en i dette miljøet. Ukjend kid: Klienten finst, men nøkkelen er ikkje på han. MP-121: Nøkkelen er der, men året er over. MP-124: Kid stemmer, men den private nøkkelen er ein annan. Ingen kid: Klienten vil ha ein.
apart-assertion = MP-011 kan ikkje lesast i det heile. MP-110 kan lesast, men nemner eit anna Maskinporten. MP-012 har komme før, bokstav for bokstav.
apart-certificates = MP-120 og MP-123 gjeld sjølve sertifikatet, MP-122 kven det tilhøyrer.
apart-system-user-grant = MP-301 og MP-302: Førespurnaden er skriven feil. MP-303: Han er skriven rett, men ingen godkjend systembrukar passar til han.
apart-unauthorised = Fire svar deler statusen 401. Med orda "subscription key" er svaret frå gatewayen. Med BRO-00006 er tokenet i orden, men retten manglar. Frå tokenbytet er det Maskinporten-tokenet som ikkje blir godteke. Utan innhald godtek ikkje tenesta tokenet: klokke, miljø eller ikkje bytt mot eit Altinn-token.
apart-forbidden = Ein 403 utan innhald er eit scope som tokenet manglar. Ein 403 med ord frå Altinn Events er policyen. Ein 404 med ord frå gatewayen er ei feil adresse. Har noko på vegen endra førespurnaden, seier statusen kva: 406 headeren Accept, 415 innhaldstypen, 410 ein header for verksemdsbrukarar som er lagd til, og ein 400 som nemner kven som laga tokenet, adressa.
apart-system-ids = Avvist: forma på ID-en. Oppteken: Nokon har han, eller har hatt han. Sletta: Du har hatt han. Ukjend: Ingen har han, eller ein annan leverandør har han. Ein avvist leverandør gjeld nummeret i tokenet, og ikkje ID-en.
apart-system-rights = Ein ukjend ressurs er ikkje i registeret for dette miljøet. Ein som ikkje kan delegerast, er der, men eigaren har ikkje opna han. Ein rett som ikkje er på systemet, manglar i di eiga registrering. Ei liste held verksemda utanfor.
apart-system-parts = Kvar av dei nemner éin del av registreringa: klienten, sida etter godkjenninga, rettar, pakkar, typen system, namnet. Stien ved sida av koden seier kva for ein.
apart-requests = Ventar: Ingen har svart. Avvist: Nokon har sagt nei, og førespurnaden står i vegen for ein ny. Svart på: Han kan ikkje lenger endrast. Ukjend: Det finst ingen. Finst allereie: Han er godkjend. Ein som ikkje får godkjenne: Førespurnaden er i orden, men personen manglar ein rett.
apart-set-up = I denne rekkjefølgja: publisert som ressurs med ein eigar, eigaren registrert i Formidling, lagringsplassen klar, ressursen sett opp i Formidling. Kvar kode nemner den første som manglar. Ein policy som blir avvist, handlar om reglane i han, ikkje om Formidling.
apart-transfer-states = Ukjend: ikkje i dette miljøet. Inga fil enno: berre oppretta. Byrja: Ei opplasting er byrja og kan ikkje byrjast igjen. Ikkje klar: send, men ikkje publisert enno. Ikkje publisert: forbi det, eller feila. Ikkje henta: publisert, men ingen har henta ho.
apart-files = Ein annan sjekksum: Byta blei endra på vegen. Ei mislukka opplasting: Ikkje alle byta kom fram. Eit avvist område: Fila er i orden, men førespurnaden gjeld noko etter slutten.
apart-limits = Ei for stor fil møter grensa for ressursen. Dei andre kjem når sjølve grensa blir sett.
apart-recipients = Ikkje på lista: Ressursen har ei tilgangsliste. Påkravd part og éin mottakar: Ressursen vil ha eigaren med i kvar filoverføring. Ikkje i registeret: Nummeret er frå eit anna miljø, eller feilskrive.
apart-subscriptions = Altinn ser på adressa først, så på filtera (400), så på policyen (403 med ord).
apart-access-lists = For mange medlemmer, ein ressurs som ikkje finst, ein ressurs med ein annan eigar og ein eigar nemnd ved nummer har kvar sin kode. Ingen av dei gjeld ei verksemd på lista.
apart-statistics = Spurt feil (400), ingenting å rapportere (404) og svikta (500).
apart-administration = Ein 401 er tokenet, ein 403 scopet, ein 404 klienten.
apart-failed = Ein svikt hos tenesta (500 og meir) går over av seg sjølv. Spurt for ofte (429) går over på ei tid som svaret nemner.
apart-silence = Eit namn som ikkje er kjent, blir avvist av namnetenaren før noko er sendt. Ei avvist tilkopling svarar straks, ein brannmur som stoppar trafikken utan å svare, først etter sekund. Ei tilkopling som blir broten, var byrja.
apart-tls = Ein ukjend utferdar er som regel trafikkontrollen i ditt eige nettverk, og namnet viser det. Gått ut og ikkje gyldig enno kan vere klokka på denne maskina. Eit anna namn betyr at adressa fører ein annan stad. Ei nettside er ein proxy som har sleppt tilkoplinga gjennom.
apart-proxies = Namnet på proxyen, porten, sertifikatet til proxyen, innlogginga og lista over kva ein kan nå, sviktar i denne rekkjefølgja. Etter ein 407 har ingenting nådd Altinn.
apart-clock = MP-130 og "Issue time" er klokka på denne maskina slik Maskinporten ser ho. Eit nøkkelår som er over, har sin eigen kode.
apart-key-files = Det som er der, blir kjent på innhaldet og ikkje på namnet: ein offentleg halvdel, eit sertifikat, ein kryptert nøkkel, eit anna format, ein annan algoritme eller ei fil som er kutta.

## Det nybyrjarar spør om

question-api-key = Trengst ein API-nøkkel?
    .fix = Ikkje i dag, verken i test eller produksjon. Sjekken av gatewayen spør utan nøkkel og fortel om det. Rettleiingane frå 2024 seier noko anna.
question-which-scopes = Kva scopes trengst, og kven gir tilgang til dei?
    .fix = Ein avsendar treng altinn:broker.write, ein mottakar altinn:broker.read, ein tenesteeigar altinn:serviceowner, og altinn:resourceregistry/resource.write for å publisere utan Altinn Studio. Den som registrerer eit system og ber om systembrukarar, treng også altinn:authentication/systemregister.write og altinn:authentication/systemuser.request.write og .read. Altinn Servicedesk gir tilgang til desse; så legg du dei til på klienten: Begge delar trengst. altinn:events.subscribe, for hendingar, er ope for alle og skal berre leggast til.
question-scope-still-refused = Klienten finst, men scopet blir framleis avvist. Kvifor?
    .fix = Les koden: MP-200, MP-201 og MP-250 har tre ulike løysingar.
question-kid = Kva er kid, og kvifor blir han avvist?
    .fix = Det er ID-en til nøkkelen på klienten, slik sjølvbetjeningsportalen viser han. Kvar førespurnad om eit token nemner han i headeren til JWT-en, så sant det ikkje er eit sertifikat som signerer. Han blir avvist når klienten ikkje har nokon nøkkel med den ID-en.
question-wrong-environment = Er eg i rett miljø?
    .fix = Test og produksjon har kvar sine klientar, nøklar, sertifikat, adresser og verksemder. Ta alle frå eitt av dei.
question-clock-skew = "Issue time is in the future": Kva for ei klokke går feil?
    .fix = Den på denne maskina. Maskinporten godtek høgst 10 sekund skilnad. Still ho automatisk.
question-key-year = Det verka i eit år og stansa over natta. Kvifor?
    .fix = Ein nøkkel lever eitt år frå dagen han blei lagd til på klienten. Lag den neste i tide: Programmet gjer det i eitt, og ei nattleg køyring av sjekken av nøkkelen varslar.
question-system-user-refused = MP-303: Kvifor finst ingen systembrukar?
    .fix = Sjå på fire ting i denne rekkjefølgja: Førespurnaden er godkjend; klient-ID-en er på systemet; den eksterne referansen er den same som i førespurnaden; organisasjonsnummeret stemmer.
question-token-exchange = Må tokenet bytast mot eit Altinn-token, og når?
    .fix = Ja: Altinn Events godtek berre eit Altinn-token, og dokumentasjonen til Formidling ber også om det. Send ein GET til /authentication/api/v1/exchange/maskinporten på plattforma til Altinn, med tokenet frå Maskinporten som bearer-token. Svaret er Altinn-tokenet, som lever i 30 minutt.
question-approval = Kven godkjenner, og kva om dei seier nei eller eg spør to gonger?
    .fix = Ein tilgangsstyrar eller dagleg leiar, som sjølv må ha kvar rett det blir bede om. Ein førespurnad som ventar, blir teken opp igjen; ein som er avvist, blir sletta før ein ny blir laga.
question-not-delegable = "Tjenestene eksisterer ikke, eller er ikke delegerbare": Kva for ein ressurs gjeld det?
    .fix = Ein av dei på systemet. Han er ikkje publisert i dette miljøet, eller eigaren har ikkje sett han som delegerbar.
question-system-id-form = Korleis skal ID-en til eit system sjå ut?
    .fix = Organisasjonsnummeret til eigaren av klienten, ein understrek og eit namn utan mellomrom. La han vere tom, så blir ein som passar, foreslått.
question-org-placeholder = Alt er gitt, men abonneringa feilar. Kvifor?
    .fix = Sjå om policyen framleis har plasshaldaren [org] i seg. Der skal koden til tenesteeigaren stå. Publiser policyen på nytt.
question-subscribe-right = Må policyen nemne handlinga subscribe?
    .fix = Ja. Lesing og skriving tek ho ikkje med. Tenesteeigaren legg ho til i reglane for dei som sender og tek imot.
question-broker-refuses = Formidling seier 401 med eit gyldig token. Kva manglar?
    .fix = BRO-00006 gjeld ein rett og ikkje tokenet. Sjekk tre ting: systembrukaren har fått ressursen, verksemda står på tilgangslista viss det er ei, og ressursen er sett opp i Formidling.
question-event-filters = Kva filter treng eit abonnement?
    .fix = To: resourceFilter er urn:altinn:resource: og ID-en til ressursen, med små bokstavar; subjectFilter er urn:altinn:organization:identifier-no: og organisasjonsnummeret ditt. typeFilter er valfritt: éin type, med små bokstavar. sourceFilter er frå den gamle dokumentasjonen og blir avvist.
question-empty-filters = Abonnementet finst, men inga hending kjem. Kvifor?
    .fix = Utelat eit filter heller enn å la det vere tomt: Eit tomt filter treffer ingenting. Eit filter kan heller ikkje slutte med skråstrek.
question-event-delay = Kor lenge til den første hendinga, eller til den siste etter ei sletting?
    .fix = Opptil ein time: Altinn Events hugsar i ein time at ingen abonnerer, og at nokon gjer det. Abonner før den første filoverføringa.
question-webhook-demands = Kva krev Altinn av ein webhook?
    .fix = Ei offentleg https-adresse som svarar på kvar POST innan 45 sekund med ein status frå 200 til 299, utan vidarekopling: på hendingar, og på valideringshendinga også. Eit abonnement som nettopp er laga, er ikkje validert enno.
question-subscription-refused = Eit abonnement svarar 401 eller 403. Kva er kva?
    .fix = Ein 401 er tokenet. Ein 403 utan innhald er scopet altinn:events.subscribe. Ein 403 med ord er policyen.
question-test-organisations = Kvifor er mi eiga verksemd ukjend i test?
    .fix = Test kjenner berre syntetiske organisasjonar, og tenesteeigarar som seg sjølve. Vel ein syntetisk i Tenor, og logg inn i Altinn med TestID som dagleg leiar for han. Det som er delegert i produksjon, gjeld ikkje der.
question-terms-of-use = Portalen seier at vilkår ikkje er signerte. Kva no?
    .fix = Ein som kan signere for verksemda, signerer vilkåra til Digdir for Maskinporten éin gong. Det tek dagar: Start med det.
question-portal-menus = Kva for ein meny i sjølvbetjeningsportalen er min?
    .fix = «Mine klienter» i menyen til venstre i portalen: opne klienten din der, og scopa på han. «Scopes» i same meny er for dei som tilbyr eit API.
question-owner-order = I kva rekkjefølgje set ein tenesteeigar opp Formidling?
    .fix = Publiser ressursen og policyen, registrer verksemda i Formidling, vent nokre minutt på lagringsplassen, og set så opp ressursen i Formidling.
question-old-documentation = Dokumentasjonen seier imot seg sjølv. Kva for ei side gjeld?
    .fix = Dei engelske sidene for å komme i gang med Formidling. Scopet altinn:authorization:pdp, kjeldefilter, stiar med /file og hendingstypar med .Published er gamle.
question-rate-limits = Kor ofte kan eg spørje?
    .fix = Søket i Formidling 10 gonger og detaljane 15 gonger i minuttet, resten rundt 120 gonger. Vent så lenge ein 429 seier, og bruk hendingar i staden for å spørje.
question-library-upgrade = Eit bibliotek er oppgradert, og kvart kall svarar 401. Kvifor?
    .fix = Sjå på tokenet som blir sendt no: utferdar, konsument, scope og tid. Som regel blir det ikkje lenger bytt mot eit Altinn-token, eller det er frå eit anna miljø.
question-office-network = Det verkar heime, men ikkje på kontoret. Kva er imellom?
    .fix = Ein proxy, ein brannmur som stoppar trafikken, eller ein inspeksjon av kryptert trafikk. Sjekken av vertane seier kva for ein, med namn.
question-samples-differ = Dei offisielle døma har ulik kid, externalRef og prefiks. Kva er rett?
    .fix = Utelat externalRef viss ikkje førespurnaden hadde ein, skriv organisasjonsnummer som 0192:NUMMER i authorization_details, og ta kid frå portalen.
question-resource-type = Av kva type skal ressursen vere, og kven kan godkjenne?
    .fix = BrokerService, som Altinn Studio kallar «Formidlingstjeneste». Reglane i policyen nemner rollene og tilgangspakkane som gir rett til å godkjenne ein systembrukar.
question-old-hosts = Eit døme nemner ver1.maskinporten.no, ver2.maskinporten.no eller api.altinn.no. Er dei rette?
    .fix = Nei. Skriv test.maskinporten.no for dei to første, som var for testing til 2024, og platform.altinn.no for den siste. Det som står i aud, blir endra saman med adressa.

## Det som ikkje er kjent

not-known = { $code } er ikkje i katalogen til denne versjonen.
not-known-answer = Dette svaret er ikkje i katalogen til denne versjonen.
not-known-family = Kodar som byrjar med { $begin }, er frå { $service }.
not-known-status = Det kom med statusen { $status }.
not-known-words = Tenesta sine eigne ord: { $words }
not-known-do = Gjer det igjen. Blir det ikkje betre, sender du dette til servicedesk@altinn.no, saman med det du skulle gjere:
letter-subject = Emne: { $code } frå { $service }
letter-when = Tidspunkt: (fyll inn)
letter-organisation = Organisasjonsnummer: (fyll inn)
letter-environment = Miljø: (TT02 eller produksjon)

nothing-known = Ingenting er kjent om dette. Slå opp med koden (MP-200), heile teksten i svaret, ein sjekk (client.token) eller eit svar (client-id). Alt som finst: { $command }
holds-secret = Det er eit token eller ein privat nøkkel i det du gav. Ingenting av det blir vist eller teke vare på her. Sjekk kvar elles det er limt inn.
too-long = Berre dei første { $size } av det som blei gitt, er sett på.
list-hint = Ein av dei: { $command }
