### The labels of the answers, as written in the middle of a sentence. `.help` is one or two sentences, `.example` is an answer, and
### `.unset` is what applies without an answer.

role = rolle
    .help = Om virksomheten din sender filer, mottar filer eller eier tjenesten som filene hører til.
    .example = sender

environment = miljø
    .help = Sandkassen kjører på denne maskinen og trenger ingenting. TT02 er testmiljøet til Altinn. I produksjon er det virkelige virksomheter.
    .example = tt02

acting = hvem drifter systemet
    .help = Virksomheten din med egen klient (own), virksomheten din for en kunde (for-customer), eller leverandøren for virksomheten (by-vendor).
    .example = own

organisation = organisasjonsnummer
    .help =
        { $role ->
            [service-owner] Virksomheten som eier ressursen: ni siffer. En tjenesteeier er seg selv også i testmiljøene.
            [recipient] Virksomheten som mottar: ni siffer. I testmiljøene er den en syntetisk organisasjon.
            [sender] Virksomheten som sender: ni siffer. I testmiljøene er den en syntetisk organisasjon.
           *[other] Virksomheten som sender, mottar eller eier: ni siffer. I testmiljøene er den en syntetisk organisasjon.
        }
    .help-tt02 =
        { $role ->
            [service-owner] Ditt eget organisasjonsnummer: ni siffer. En tjenesteeier er seg selv også i TT02.
           *[other] Ni siffer, og i TT02 er det en syntetisk organisasjon. Finn en i Tenor, Skatteetatens søk etter testdata, med en daglig leder som du kan logge inn som med TestID.
        }
    .example = 310 456 780

client-owner = eier av klienten
    .unset = virksomheten selv
    .help = Virksomheten som eier Maskinporten-klienten. La feltet stå tomt hvis det er din egen; en leverandør skriver sitt eget nummer.
    .example = 991 825 827

client-id = klient-ID
    .help = ID-en som selvbetjeningsportalen viser for Maskinporten-klienten: som regel en UUID, og aldri med mellomrom.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11

client-auth = signerer med
    .help = En nøkkel som er lagt til på klienten i selvbetjeningsportalen (key), eller et virksomhetssertifikat fra Buypass eller Commfides (certificate). Er du usikker, er det en nøkkel.
    .example = key

client-certificate = sertifikat
    .help = Hvor sertifikatet er: en sti, env: og en variabel, eller cmd: og et program. PKCS#12 (.p12, .pfx) kan leses, og PEM med hele kjeden.
    .example = file:keys/tt02.p12

client-key = privat nøkkel
    .unset = i filen til sertifikatet
    .help = Hvor den private nøkkelen er: en sti, env: og en variabel, eller cmd: og et program. Selve nøkkelen lagres aldri her. PEM, DER, JWK og PKCS#12 kan leses, også i base64.
    .example = file:keys/tt02.pem

client-kid = nøkkel-ID (kid)
    .help = ID-en til den offentlige nøkkelen på klienten, slik selvbetjeningsportalen viser den. Den forteller Maskinporten hvilken nøkkel som signerte.
    .example = smart-2026-11

client-key_password = passord til nøkkelen
    .unset = ingen
    .help = Hvor passordet er, hvis den private nøkkelen er kryptert: file:, env: eller cmd:. Eller skriv selve passordet: det brukes til du avslutter, og lagres aldri.
    .example = env:KEY_PASSWORD

client-key_posted = nøkkelen lagt til
    .unset = ingen dag oppgitt
    .help = Dagen den offentlige nøkkelen ble lagt til på klienten. En nøkkel lever ett år fra den dagen, og slik vet programmet når den utløper.
    .example = 2026-11-20

admin-id = administrasjonsklient
    .unset = ingen; nøkler legges til for hånd
    .help = ID-en til klienten virksomheten har for administrasjonen hos Digdir, hvis den har en. Den ser hva virksomheten har fått tilgang til, og legger nøkler til på klientene.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d12

admin-auth = administrasjonsklienten signerer med
    .help = En nøkkel som er lagt til på administrasjonsklienten (key), eller et virksomhetssertifikat (certificate).
    .example = key

admin-certificate = sertifikat for administrasjonsklienten
    .help = Hvor sertifikatet til administrasjonsklienten er: file: og en sti, env: og en variabel, eller cmd: og et program.
    .example = file:keys/admin.p12

admin-key = privat nøkkel for administrasjonsklienten
    .unset = i filen til sertifikatet
    .help = Hvor den private nøkkelen til administrasjonsklienten er: file: og en sti, env: og en variabel, eller cmd: og et program. Selve nøkkelen lagres aldri her.
    .example = file:keys/admin.pem

admin-kid = nøkkel-ID for administrasjonsklienten
    .unset = den i filen til nøkkelen
    .help = Navnet på nøkkelen til administrasjonsklienten, slik det står i selvbetjeningsportalen.
    .example = admin-2026-11

admin-key_password = passord til nøkkelen for administrasjonsklienten
    .unset = ingen
    .help = Hvor passordet er, hvis den private nøkkelen er kryptert: file:, env: eller cmd:.
    .example = env:ADMIN_KEY_PASSWORD

ca = sertifikatutstedere
    .unset = de som denne maskinen har
    .help = En fil med sertifikater du vil stole på, i tillegg til maskinens egne, i PEM eller DER: for eksempel fra nettverkets trafikkontroll, hvis det har en. Stien begynner i mappen til filen som nevner den.
    .example = company-ca.pem

api_key = API-nøkkel
    .unset = ingen, og i dag trengs ingen
    .help = Hvor API-nøkkelen er, hvis du har fått en: file:, env: eller cmd:. TT02 og produksjon spør ikke etter den i dag; eldre veiledninger gjør det.
    .example = file:api-key.txt

scopes_requested = bedt om scopes
    .unset = ingen dag oppgitt
    .help = Dagen e-posten til Altinn Servicedesk ble sendt. Fra da av venter veiviseren på svaret i stedet for å spørre deg igjen.
    .example = 2026-11-20

access_requested = bedt om tilgang
    .unset = ingen dag oppgitt
    .help = Dagen brevet til tjenesteeieren ble sendt. Fra da av venter veiviseren på svaret i stedet for å spørre deg igjen.
    .example = 2026-11-20

approval_requested = bedt om godkjenning
    .unset = ingen dag oppgitt
    .help = Dagen meldingen til den som godkjenner, ble sendt.
    .example = 2026-11-20

contact-name = navnet ditt
    .unset = står ikke i brev
    .help = Navnet på den som mottakeren av et brev kan svare. Uten svar står det ikke i brev.
    .example = Kari Nordmann

contact-email = e-posten din
    .unset = står ikke i brev
    .help = Adressen som mottakeren av et brev kan svare til, og som en ressurs som publiseres herfra, oppgir. Uten svar står den ikke i brev.
    .example = kari@example.no

contact-phone = telefonen din
    .unset = står ikke i brev
    .help = Nummeret som mottakeren av et brev kan ringe. Uten svar står det ikke i brev.
    .example = 22 22 22 22

resource = ressurs
    .help = Tjenesten som filene hører til, med ID-en i Ressursregisteret. Skriv en del av tittelen, eieren eller ID-en.
    .example = smart-files

system-id = system-ID
    .unset = hentes fra tokenet
    .help = ID-en til det registrerte systemet: leverandørens organisasjonsnummer, en understrek og et navn. La feltet stå tomt, så blir den funnet.
    .example = 991825827_files

system-external_ref = ekstern referanse
    .unset = ingen
    .help = Referansen som forespørselen om systembruker hadde. La feltet stå tomt hvis den ikke hadde noen, eller hvis den var organisasjonsnummeret.
    .example = branch-north

system-name-nb = systemets navn
    .unset = etter ressursen og virksomheten
    .help = Navnet som den som godkjenner, ser, på bokmål. Ett språk er nok: det brukes for alle.
    .example = Filsender

system-name-nn = systemets navn på nynorsk
    .unset = som systemets navn
    .help = Navnet for dem som leser Altinn på nynorsk. Uten svar brukes navnet på et annet språk.
    .example = Filsendar

system-name-en = systemets navn på engelsk
    .unset = som systemets navn
    .help = Navnet for dem som leser Altinn på engelsk. Uten svar brukes navnet på et annet språk.
    .example = File sender

system-redirect_urls = sider etter godkjenningen
    .unset = ingen
    .help = Nettadresser hos deg som nettleseren til den som godkjenner, kan sendes til etterpå, med komma mellom: https. De fleste systemer har ingen.
    .example = https://vendor.example.no/altinn

publish-title-nb = tittel
    .unset = som foreslått
    .help = Hva ressursen heter der den som godkjenner, ser den, på bokmål. Ett språk er nok: det brukes for alle.
    .example = Smarte filer

publish-title-nn = tittel på nynorsk
    .unset = som tittelen
    .help = Tittelen for dem som leser Altinn på nynorsk. Uten svar brukes tittelen på et annet språk.
    .example = Smarte filer

publish-title-en = tittel på engelsk
    .unset = som tittelen
    .help = Tittelen for dem som leser Altinn på engelsk. Uten svar brukes tittelen på et annet språk.
    .example = Smart files

publish-description-nb = beskrivelse
    .unset = som foreslått
    .help = Hva ressursen er til, i en setning eller to. Ett språk er nok: det brukes for alle.
    .example = Utveksling av filer mellom virksomheter.

publish-description-nn = beskrivelse på nynorsk
    .unset = som beskrivelsen
    .help = Beskrivelsen for dem som leser Altinn på nynorsk. Uten svar brukes den på et annet språk.
    .example = Utveksling av filer mellom verksemder.

publish-description-en = beskrivelse på engelsk
    .unset = som beskrivelsen
    .help = Beskrivelsen for dem som leser Altinn på engelsk. Uten svar brukes den på et annet språk.
    .example = Exchange of files between organisations.

publish-right_description-nb = hva det gir rett til
    .unset = som foreslått
    .help = Hva den som godkjenner, gir rett til med ressursen, slik Altinn viser det før godkjenningen. Ett språk er nok.
    .example = Gir rett til å sende og motta filer.

publish-right_description-nn = rettigheten på nynorsk
    .unset = som på bokmål
    .help = Det samme for dem som leser Altinn på nynorsk. Uten svar brukes teksten på et annet språk.
    .example = Gir rett til å sende og ta imot filer.

publish-right_description-en = rettigheten på engelsk
    .unset = som på bokmål
    .help = Det samme for dem som leser Altinn på engelsk. Uten svar brukes teksten på et annet språk.
    .example = Gives the right to send and receive files.

policy-approvers = hvem som kan godkjenne
    .unset = daglig leder, eller informasjon og kommunikasjon
    .help = Rollene og tilgangspakkene som gir rett til å godkjenne en systembruker, med komma mellom. Koden for daglig leder er dagl.
    .example = dagl, informasjon-og-kommunikasjon

policy-owner_acts = vi er selv en av partene
    .unset = ikke besvart
    .help = Om din egen virksomhet også sender, mottar eller abonnerer (yes), eller bare andre (no). Hvis yes, får policyen en regel for nummeret ditt.
    .example = no

policy-admits = hvem som kan bruke den
    .unset = ikke besvart
    .help = Alle virksomheter der den som godkjenner, sier ja (any), eller bare dem på en liste som du fører (listed).
    .example = any

broker-max_size = største fil
    .unset = som Formidling har det
    .help = Den største filen som kan sendes gjennom ressursen, i byte eller med en enhet. La feltet stå tomt, så gjelder grensen til Formidling.
    .example = 2 GB

broker-time_to_live = filer ligger i
    .unset = som Formidling har det
    .help = Hvor lenge en fil ligger hvis ingen henter den: høyst 365 dager.
    .example = 30d

broker-grace = ligger etter siste henting
    .unset = som Formidling har det
    .help = Hvor lenge en fil ligger etter at alle mottakerne har bekreftet den: høyst 24 timer.
    .example = 2h

broker-purge = slettes når alle har den
    .unset = som Formidling har det
    .help = Om Formidling sletter en fil når alle mottakerne har bekreftet den (yes), eller først når tiden er ute (no).
    .example = yes

broker-required_party = den ene parten er alltid
    .unset = ingen bestemt
    .help = Virksomheten som må være avsender eller mottaker i hver filoverføring. La feltet stå tomt for å la det være som det er; skriv none for å ta kravet bort.
    .example = 991 825 827

access_list-id = tilgangsliste
    .unset = lages etter ressursens ID
    .help = ID-en til listen over virksomheter som kan bruke ressursen. La feltet stå tomt, så lages den.
    .example = smart-files-members

vendor-name = leverandør
    .help = Leverandøren som drifter systemet for deg, med navnet du kjenner den under.
    .example = Acme Files AS

vendor-approved_on = systemtilgangen godkjent
    .help = Dagen virksomheten din godkjente leverandørens systemtilgang. Den er godkjent når Altinn viser den i «Tilgangsstyring», under «Systemtilganger».
    .example = 2026-11-20

vendor-transfer_seen_on = testoverføring sett
    .help =
        { $role ->
            [recipient] Dagen du så en testfil som kom gjennom leverandørens system: den ligger i ditt eget system, eller leverandøren viser den som bekreftet.
           *[other] Dagen du så en testfil som gikk gjennom leverandørens system: den ligger i systemet hos mottakeren, eller leverandøren viser den som bekreftet.
        }
    .example = 2026-11-21

transfer-recipients = mottakere av testen
    .help = Virksomhetene som skal få testfilen, med komma mellom. Den havner i det virkelige systemet deres, så avtal det med dem først.
    .example = 310 456 780

transfer-file = fil som skal sendes
    .unset = en laget fil, 64 KiB
    .help = En egen fil som du vil sende som test. La feltet stå tomt, så blir det laget en på 64 KiB.
    .example = invoice.xml

transfer-id =
    { $role ->
        [recipient] filoverføring å hente
        [sender] filoverføring å se på
       *[other] filoverføring
    }
    .unset =
        { $role ->
            [sender] den siste testen du sendte
           *[other] den siste merkede testen
        }
    .help =
        { $role ->
            [recipient] ID-en til en filoverføring som skal hentes. La feltet stå tomt, så hentes den siste merkede testen.
            [sender] ID-en til en filoverføring av dine som beviser at du får sende. La feltet stå tomt, så er det den siste testen du sendte.
           *[other] ID-en til en filoverføring som skal hentes eller ses på. La feltet stå tomt, så brukes den siste merkede testen.
        }
    .example = f0c2a4de-2f5c-4d2f-8a0e-6d7e7a1f9f35

events-set_aside = lagt til side fordi
    .unset = ikke lagt til side
    .help = Hvorfor det ikke er noe hendelsesabonnement foreløpig. Da er du klar uten dette steget, og det vises som lagt til side.
    .example = vi spør hvert tiende minutt i stedet

events-by = hendelser kommer ved
    .unset = webhooken din
    .help = Altinn kaller en webhook hos deg, som internett må nå (webhook). Eller du spør Altinn, og ingenting må åpnes i en brannmur (poll).
    .example = webhook

events-endpoint = adressen til webhooken
    .help = Nettadressen som Altinn kaller når noe skjer: https, og åpen mot internett.
    .example = https://hooks.example.no/altinn

events-types = hendelsestyper
    .unset = alle hendelser
    .help = Typene hendelser du vil høre om, med komma mellom. La feltet stå tomt for å få alle.
    .example = no.altinn.broker.published

events-received_by_application = hendelse sett
    .unset = ingen dag oppgitt
    .help = Dagen ditt eget program tok imot en hendelse. Bare du kan vite det, så ordet ditt gjelder, og vises som det.
    .example = 2026-11-20

listen-public_url = nås utenfra på
    .unset = nås ikke utenfra
    .help = Https-adressen som Altinn når denne maskinen på mens programmet lytter: den til tunnelen eller proxyen din.
    .example = https://hooks.example.no/
