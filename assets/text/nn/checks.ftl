### What each check asks, as a short title; `.proves` is what is so when it passes.

key-reach = Tenestene svarar frå denne maskina
    .proves = Kvar vert i miljøet svarar denne maskina: Namnet er kjent, maskina stolar på sertifikatet, og ingen proxy eller innloggingsside står imellom. Eit avslag er også eit svar.

key-clock = Klokka på denne maskina går rett
    .proves = Klokka på denne maskina stemmer med klokkene til tenestene. Maskinporten avviser alt som er meir enn 10 sekund feil.

key-gateway = Gatewayen til Altinn slepp programmet gjennom
    .proves = Gatewayen til Altinn, som alle kall går gjennom, slepp eit kall fram til Formidling, med ein API-nøkkel viss han ber om ein.

key-scopes = Altinn har gitt scopa som trengst
    .proves = Altinn har gitt verksemda di kvart scope som rolla treng. Ein administrasjonsklient kan sjå det; utan ein slik er eit token med scopet beviset.

client-key = Den private nøkkelen kan signere
    .proves = Den private nøkkelen eller sertifikatet kan lesast, kan signere og har ikkje gått ut. Dette ser programmet berre på denne maskina.

client-token = Maskinporten kjenner klienten og nøkkelen
    .proves = Maskinporten kjenner klienten og nøkkelen, og gir eit token for minst eitt scope.

client-scopes = Klienten har scopa han treng
    .proves = Maskinporten gir eit token med kvart scope som rolla treng, så alle er på klienten.

client-exchange = Altinn godtek tokenet
    .proves = Altinn godtek tokenet frå Maskinporten og gir sitt eige i byte, som Altinn Events krev og dokumentasjonen til Formidling ber om.

client-identity = Tokenet gjeld rett verksemd
    .proves = Tokenet oppgir den verksemda som du har oppgitt at eig klienten.

access-resource = Ressursen finst og er for Formidling
    .proves = Ressursen er publisert i dette miljøet, er av ein type som Formidling tek, og kan givast til ein systembrukar.

access-policy = Reglane slepp rolla inn
    .proves = Policyen, reglane til ressursen, har ein regel for kvar handling som rolla treng, og ingen plasshaldar står igjen i han.

access-system = Systemet er registrert
    .proves = Systemet er registrert, og har ressursen og klienten din.

access-system-user = Ein systembrukar handlar for verksemda
    .proves = Førespurnaden om ein systembrukar er godkjend, og systembrukaren finst.

access-system-user-token = Maskinporten gir token for systembrukaren
    .proves = Maskinporten gir eit token som handlar for verksemda di gjennom systembrukaren. Går denne sjekken gjennom, er systemet og systembrukaren i orden.

access-service-owner = Formidling kjenner tenesteeigaren
    .proves = Formidling kjenner verksemda di som tenesteeigar, og lagringsplassen er klar.

access-resource-config = Ressursen er sett opp i Formidling
    .proves = Ressursen er sett opp i Formidling, av verksemda som eig han.

access-members = Kven som står på tilgangslista
    .proves = Dei du slepp inn, står på tilgangslista til ressursen, og lista gjeld, viss det finst ei liste.

integrate-list = Formidling svarar om ressursen
    .proves = Formidling godtek tokenet og slepp deg inn til ressursen.

integrate-transfer = Ei testoverføring gjekk gjennom
    .proves = Ei merkt testfil gjekk gjennom Formidling i løpet av dei siste 30 dagane.

events-endpoint = Altinn godtek adressa til webhooken
    .proves = Adressa til webhooken er ei som Altinn godtek, så langt denne maskina kan sjå.

events-subscription = Eit abonnement passar
    .proves = Altinn Events har eit abonnement for kvar hendingstype du vil ha, til webhooken din, med filter som passar til ressursen og verksemda di.

events-validated = Webhooken er validert
    .proves = Webhooken har svart på valideringshendinga frå Altinn, så Altinn sender hendingar til han.

events-received = Ei hending har komme
    .proves = Ei hending om ei filoverføring har komme: til dette programmet, til sandkassa, eller til ditt eige program, slik du seier det.

## Det sjekken som feilar, spør om sjølv

question-scope-granted = Altinn har gitt scopet

question-token-signer = Rett miljø har signert tokenet

question-external-reference = Den eksterne referansen stemmer

question-resource-configured = Tenesteeigaren har sett opp ressursen i Formidling

question-access-list = Tilgangslista slepp verksemda inn

question-changed-lately = Ingenting er endra dei siste ti minutta

question-subscription-filter = Filtera i abonnementet passar til hendinga

question-subscription-identity = Abonnementet høyrer til rett identitet

question-event-delivery = Altinn leverer hendinga
