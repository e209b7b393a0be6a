### The labels of the answers, as written in the middle of a sentence. `.help` is one or two sentences, `.example` is an answer, and
### `.unset` is what applies without an answer.

role = rolle
    .help = Om verksemda di sender filer, tek imot filer eller eig tenesta som filene høyrer til.
    .example = sender

environment = miljø
    .help = Sandkassa køyrer på denne maskina og treng ingenting. TT02 er testmiljøet til Altinn. I produksjon er det verkelege verksemder.
    .example = tt02

acting = kven driftar systemet
    .help = Verksemda di med eigen klient (own), verksemda di for ein kunde (for-customer), eller leverandøren for verksemda (by-vendor).
    .example = own

organisation = organisasjonsnummer
    .help =
        { $role ->
            [service-owner] Verksemda som eig ressursen: ni siffer. Ein tenesteeigar er seg sjølv også i testmiljøa.
            [recipient] Verksemda som tek imot: ni siffer. I testmiljøa er ho ein syntetisk organisasjon.
            [sender] Verksemda som sender: ni siffer. I testmiljøa er ho ein syntetisk organisasjon.
           *[other] Verksemda som sender, tek imot eller eig: ni siffer. I testmiljøa er ho ein syntetisk organisasjon.
        }
    .help-tt02 =
        { $role ->
            [service-owner] Ditt eige organisasjonsnummer: ni siffer. Ein tenesteeigar er seg sjølv også i TT02.
           *[other] Ni siffer, og i TT02 er det ein syntetisk organisasjon. Finn ein i Tenor, søket etter testdata hos Skatteetaten, med ein dagleg leiar som du kan logge inn som med TestID.
        }
    .example = 310 456 780

client-owner = eigar av klienten
    .unset = verksemda sjølv
    .help = Verksemda som eig Maskinporten-klienten. La feltet stå tomt viss det er di eiga; ein leverandør skriv sitt eige nummer.
    .example = 991 825 827

client-id = klient-ID
    .help = ID-en som sjølvbetjeningsportalen viser for Maskinporten-klienten: som regel ein UUID, og aldri med mellomrom.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11

client-auth = signerer med
    .help = Ein nøkkel som er lagd til på klienten i sjølvbetjeningsportalen (key), eller eit verksemdssertifikat frå Buypass eller Commfides (certificate). Er du usikker, er det ein nøkkel.
    .example = key

client-certificate = sertifikat
    .help = Kvar sertifikatet er: ein sti, env: og ein variabel, eller cmd: og eit program. PKCS#12 (.p12, .pfx) kan lesast, og PEM med heile kjeda.
    .example = file:keys/tt02.p12

client-key = privat nøkkel
    .unset = i fila til sertifikatet
    .help = Kvar den private nøkkelen er: ein sti, env: og ein variabel, eller cmd: og eit program. Sjølve nøkkelen blir aldri lagra her. PEM, DER, JWK og PKCS#12 kan lesast, også i base64.
    .example = file:keys/tt02.pem

client-kid = nøkkel-ID (kid)
    .help = ID-en til den offentlege nøkkelen på klienten, slik sjølvbetjeningsportalen viser han. Han fortel Maskinporten kva nøkkel som signerte.
    .example = smart-2026-11

client-key_password = passord til nøkkelen
    .unset = ingen
    .help = Kvar passordet er, viss den private nøkkelen er kryptert: file:, env: eller cmd:. Eller skriv sjølve passordet: det blir brukt til du avsluttar, og aldri lagra.
    .example = env:KEY_PASSWORD

client-key_posted = nøkkelen lagd til
    .unset = ingen dag oppgitt
    .help = Dagen den offentlege nøkkelen blei lagd til på klienten. Ein nøkkel lever eitt år frå den dagen, og slik veit programmet når han går ut.
    .example = 2026-11-20

admin-id = administrasjonsklient
    .unset = ingen; nøklar blir lagde til for hand
    .help = ID-en til klienten verksemda har for administrasjonen hos Digdir, viss ho har ein. Han ser kva verksemda har fått tilgang til, og legg nøklar til på klientane.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d12

admin-auth = administrasjonsklienten signerer med
    .help = Ein nøkkel som er lagd til på administrasjonsklienten (key), eller eit verksemdssertifikat (certificate).
    .example = key

admin-certificate = sertifikat for administrasjonsklienten
    .help = Kvar sertifikatet til administrasjonsklienten er: file: og ein sti, env: og ein variabel, eller cmd: og eit program.
    .example = file:keys/admin.p12

admin-key = privat nøkkel for administrasjonsklienten
    .unset = i fila til sertifikatet
    .help = Kvar den private nøkkelen til administrasjonsklienten er: file: og ein sti, env: og ein variabel, eller cmd: og eit program. Sjølve nøkkelen blir aldri lagra her.
    .example = file:keys/admin.pem

admin-kid = nøkkel-ID for administrasjonsklienten
    .unset = den i fila til nøkkelen
    .help = Namnet på nøkkelen til administrasjonsklienten, slik det står i sjølvbetjeningsportalen.
    .example = admin-2026-11

admin-key_password = passord til nøkkelen for administrasjonsklienten
    .unset = ingen
    .help = Kvar passordet er, viss den private nøkkelen er kryptert: file:, env: eller cmd:.
    .example = env:ADMIN_KEY_PASSWORD

ca = sertifikatutferdarar
    .unset = dei som denne maskina har
    .help = Ei fil med sertifikat du vil stole på, i tillegg til maskina sine eigne, i PEM eller DER: til dømes frå trafikkontrollen i nettverket, viss det har ein. Stien byrjar i mappa til fila som nemner han.
    .example = company-ca.pem

api_key = API-nøkkel
    .unset = ingen, og i dag trengst ingen
    .help = Kvar API-nøkkelen er, viss du har fått ein: file:, env: eller cmd:. TT02 og produksjon spør ikkje etter han i dag; eldre rettleiingar gjer det.
    .example = file:api-key.txt

scopes_requested = bede om scopes
    .unset = ingen dag oppgitt
    .help = Dagen e-posten til Altinn Servicedesk blei send. Frå då av ventar vegvisaren på svaret i staden for å spørje deg igjen.
    .example = 2026-11-20

access_requested = bede om tilgang
    .unset = ingen dag oppgitt
    .help = Dagen brevet til tenesteeigaren blei sendt. Frå då av ventar vegvisaren på svaret i staden for å spørje deg igjen.
    .example = 2026-11-20

approval_requested = bede om godkjenning
    .unset = ingen dag oppgitt
    .help = Dagen meldinga til den som godkjenner, blei send.
    .example = 2026-11-20

contact-name = namnet ditt
    .unset = står ikkje i brev
    .help = Namnet på den som mottakaren av eit brev kan svare. Utan svar står det ikkje i brev.
    .example = Kari Nordmann

contact-email = e-posten din
    .unset = står ikkje i brev
    .help = Adressa som mottakaren av eit brev kan svare til, og som ein ressurs som blir publisert herifrå, oppgir. Utan svar står ho ikkje i brev.
    .example = kari@example.no

contact-phone = telefonen din
    .unset = står ikkje i brev
    .help = Nummeret som mottakaren av eit brev kan ringje. Utan svar står det ikkje i brev.
    .example = 22 22 22 22

resource = ressurs
    .help = Tenesta som filene høyrer til, med ID-en i Ressursregisteret. Skriv ein del av tittelen, eigaren eller ID-en.
    .example = smart-files

system-id = system-ID
    .unset = frå tokenet
    .help = ID-en til det registrerte systemet: organisasjonsnummeret til leverandøren, ein understrek og eit namn. La feltet stå tomt, så blir han funnen.
    .example = 991825827_files

system-external_ref = ekstern referanse
    .unset = ingen
    .help = Referansen som førespurnaden om systembrukar hadde. La feltet stå tomt viss han ikkje hadde nokon, eller viss det var organisasjonsnummeret.
    .example = branch-north

system-name-nb = systemnamn
    .unset = etter ressursen og verksemda
    .help = Namnet som den som godkjenner, ser, på bokmål. Eitt språk er nok: det blir brukt for alle.
    .example = Filsender

system-name-nn = systemnamn på nynorsk
    .unset = som systemnamnet
    .help = Namnet for dei som les Altinn på nynorsk. Utan svar blir namnet på eit anna språk brukt.
    .example = Filsendar

system-name-en = systemnamn på engelsk
    .unset = som systemnamnet
    .help = Namnet for dei som les Altinn på engelsk. Utan svar blir namnet på eit anna språk brukt.
    .example = File sender

system-redirect_urls = sider etter godkjenninga
    .unset = ingen
    .help = Nettadresser hos deg som nettlesaren til den som godkjenner, kan sendast til etterpå, med komma mellom: https. Dei fleste system har ingen.
    .example = https://vendor.example.no/altinn

publish-title-nb = tittel
    .unset = som foreslått
    .help = Kva ressursen heiter der den som godkjenner, ser han, på bokmål. Eitt språk er nok: det blir brukt for alle.
    .example = Smarte filer

publish-title-nn = tittel på nynorsk
    .unset = som tittelen
    .help = Tittelen for dei som les Altinn på nynorsk. Utan svar blir tittelen på eit anna språk brukt.
    .example = Smarte filer

publish-title-en = tittel på engelsk
    .unset = som tittelen
    .help = Tittelen for dei som les Altinn på engelsk. Utan svar blir tittelen på eit anna språk brukt.
    .example = Smart files

publish-description-nb = beskriving
    .unset = som foreslått
    .help = Kva ressursen er til, i ei setning eller to. Eitt språk er nok: det blir brukt for alle.
    .example = Utveksling av filer mellom virksomheter.

publish-description-nn = beskriving på nynorsk
    .unset = som beskrivinga
    .help = Beskrivinga for dei som les Altinn på nynorsk. Utan svar blir beskrivinga på eit anna språk brukt.
    .example = Utveksling av filer mellom verksemder.

publish-description-en = beskriving på engelsk
    .unset = som beskrivinga
    .help = Beskrivinga for dei som les Altinn på engelsk. Utan svar blir beskrivinga på eit anna språk brukt.
    .example = Exchange of files between organisations.

publish-right_description-nb = kva det gir rett til
    .unset = som foreslått
    .help = Kva den som godkjenner, gir rett til med ressursen, slik Altinn viser det før godkjenninga. Eitt språk er nok.
    .example = Gir rett til å sende og motta filer.

publish-right_description-nn = retten på nynorsk
    .unset = som på bokmål
    .help = Det same for dei som les Altinn på nynorsk. Utan svar blir teksten på eit anna språk brukt.
    .example = Gir rett til å sende og ta imot filer.

publish-right_description-en = retten på engelsk
    .unset = som på bokmål
    .help = Det same for dei som les Altinn på engelsk. Utan svar blir teksten på eit anna språk brukt.
    .example = Gives the right to send and receive files.

policy-approvers = kven som kan godkjenne
    .unset = dagleg leiar, eller informasjon og kommunikasjon
    .help = Rollene og tilgangspakkane som gir rett til å godkjenne ein systembrukar, med komma mellom. Koden for dagleg leiar er dagl.
    .example = dagl, informasjon-og-kommunikasjon

policy-owner_acts = vi er sjølv ein av partane
    .unset = ikkje svart på
    .help = Om di eiga verksemd også sender, tek imot eller abonnerer (yes), eller berre andre (no). Viss yes, får policyen ein regel for nummeret ditt.
    .example = no

policy-admits = kven som kan bruke han
    .unset = ikkje svart på
    .help = Alle verksemder der den som godkjenner, seier ja (any), eller berre dei på ei liste som du fører (listed).
    .example = any

broker-max_size = største fil
    .unset = som Formidling har det
    .help = Den største fila som kan sendast gjennom ressursen, i byte eller med ei eining. La feltet stå tomt, så gjeld grensa til Formidling.
    .example = 2 GB

broker-time_to_live = filer ligg i
    .unset = som Formidling har det
    .help = Kor lenge ei fil ligg viss ingen hentar ho: høgst 365 dagar.
    .example = 30d

broker-grace = ligg etter siste henting
    .unset = som Formidling har det
    .help = Kor lenge ei fil ligg etter at alle mottakarane har stadfesta ho: høgst 24 timar.
    .example = 2h

broker-purge = slett når alle har ho
    .unset = som Formidling har det
    .help = Om Formidling slettar ei fil når alle mottakarane har stadfesta ho (yes), eller først når tida er ute (no).
    .example = yes

broker-required_party = den eine parten er alltid
    .unset = ingen bestemt
    .help = Verksemda som må vere avsendar eller mottakar i kvar filoverføring. La feltet stå tomt for å la det vere som det er; skriv none for å ta kravet bort.
    .example = 991 825 827

access_list-id = tilgangsliste
    .unset = laga etter ressurs-ID-en
    .help = ID-en til lista over verksemder som kan bruke ressursen. La feltet stå tomt, så blir ho laga.
    .example = smart-files-members

vendor-name = leverandør
    .help = Leverandøren som driftar systemet for deg, med namnet du kjenner han under.
    .example = Acme Files AS

vendor-approved_on = systemtilgangen godkjend
    .help = Dagen verksemda di godkjende systemtilgangen til leverandøren. Han er godkjend når Altinn viser han i «Tilgangsstyring», under «Systemtilgangar».
    .example = 2026-11-20

vendor-transfer_seen_on = testoverføring sett
    .help =
        { $role ->
            [recipient] Dagen du såg ei testfil som kom gjennom systemet til leverandøren: ho ligg i ditt eige system, eller leverandøren viser ho som stadfesta.
           *[other] Dagen du såg ei testfil som gjekk gjennom systemet til leverandøren: ho ligg i systemet hos mottakaren, eller leverandøren viser ho som stadfesta.
        }
    .example = 2026-11-21

transfer-recipients = mottakarar av testen
    .help = Verksemdene som skal få testfila, med komma mellom. Ho hamnar i det verkelege systemet deira, så avtal det med dei først.
    .example = 310 456 780

transfer-file = fil som skal sendast
    .unset = ei laga fil, 64 KiB
    .help = Ei eiga fil som du vil sende som test. La feltet stå tomt, så blir det laga ei på 64 KiB.
    .example = invoice.xml

transfer-id =
    { $role ->
        [recipient] filoverføring å hente
        [sender] filoverføring å sjå på
       *[other] filoverføring
    }
    .unset =
        { $role ->
            [sender] den siste testen du sende
           *[other] den siste merkte testen
        }
    .help =
        { $role ->
            [recipient] ID-en til ei filoverføring som skal hentast. La feltet stå tomt, så blir den siste merkte testen henta.
            [sender] ID-en til ei av filoverføringane dine som beviser at du får sende. La feltet stå tomt, så er det den siste testen du sende.
           *[other] ID-en til ei filoverføring som skal hentast eller visast. La feltet stå tomt, så blir den siste merkte testen brukt.
        }
    .example = f0c2a4de-2f5c-4d2f-8a0e-6d7e7a1f9f35

events-set_aside = lagt til side fordi
    .unset = ikkje lagt til side
    .help = Kvifor det ikkje er noko abonnement på hendingar førebels. Då er du klar utan dette steget, og det blir vist som lagt til side.
    .example = vi spør kvart tiande minutt i staden

events-by = hendingar kjem ved
    .unset = webhooken din
    .help = Altinn kallar ein webhook hos deg, som internett må nå (webhook). Eller du spør Altinn, og ingenting må opnast i ein brannmur (poll).
    .example = webhook

events-endpoint = adressa til webhooken
    .help = Nettadressa som Altinn kallar når noko skjer: https, og open mot internett.
    .example = https://hooks.example.no/altinn

events-types = hendingstypar
    .unset = alle hendingar
    .help = Typane hendingar du vil høyre om, med komma mellom. La feltet stå tomt for å få alle.
    .example = no.altinn.broker.published

events-received_by_application = hending sett
    .unset = ingen dag oppgitt
    .help = Dagen ditt eige program tok imot ei hending. Berre du kan vite det, så ordet ditt gjeld, og blir vist som det.
    .example = 2026-11-20

listen-public_url = adresse utanfrå
    .unset = inga
    .help = Https-adressa som Altinn når denne maskina på medan programmet lyttar: den til tunnelen eller proxyen din.
    .example = https://hooks.example.no/
