### What each check asks, as a short title; `.proves` is what is so when it passes.

key-reach = Tjenestene svarer fra denne maskinen
    .proves = Hver vert i miljøet svarer denne maskinen: Navnet er kjent, maskinen stoler på sertifikatet, og ingen proxy eller innloggingsside står imellom. Et avslag er også et svar.

key-clock = Klokken på denne maskinen går riktig
    .proves = Klokken på denne maskinen stemmer med klokkene til tjenestene. Maskinporten avviser alt som er mer enn 10 sekunder feil.

key-gateway = Gatewayen til Altinn slipper programmet gjennom
    .proves = Gatewayen til Altinn, som alle kall går gjennom, slipper et kall fram til Formidling, med en API-nøkkel hvis den ber om en.

key-scopes = Altinn har gitt scopene som trengs
    .proves = Altinn har gitt virksomheten din hvert scope som rollen trenger. En administrasjonsklient kan se det; uten en slik er et token med scopet beviset.

client-key = Den private nøkkelen kan signere
    .proves = Den private nøkkelen eller sertifikatet kan leses, kan signere og har ikke utløpt. Dette ser programmet bare på denne maskinen.

client-token = Maskinporten kjenner klienten og nøkkelen
    .proves = Maskinporten kjenner klienten og nøkkelen, og gir et token for minst ett scope.

client-scopes = Klienten har scopene den trenger
    .proves = Maskinporten gir et token med hvert scope som rollen trenger, så alle er på klienten.

client-exchange = Altinn godtar tokenet
    .proves = Altinn godtar tokenet fra Maskinporten og gir sitt eget i bytte, som Altinn Events krever og dokumentasjonen til Formidling ber om.

client-identity = Tokenet gjelder riktig virksomhet
    .proves = Tokenet oppgir den virksomheten som du har oppgitt at eier klienten.

access-resource = Ressursen finnes og er for Formidling
    .proves = Ressursen er publisert i dette miljøet, er av en type som Formidling tar, og kan gis til en systembruker.

access-policy = Reglene slipper rollen inn
    .proves = Policyen, reglene til ressursen, har en regel for hver handling som rollen trenger, og ingen plassholder står igjen i den.

access-system = Systemet er registrert
    .proves = Systemet er registrert, og har ressursen og klienten din.

access-system-user = En systembruker handler for virksomheten
    .proves = Forespørselen om en systembruker er godkjent, og systembrukeren finnes.

access-system-user-token = Maskinporten gir token for systembrukeren
    .proves = Maskinporten gir et token som handler for virksomheten din gjennom systembrukeren. Består denne sjekken, er systemet og systembrukeren i orden.

access-service-owner = Formidling kjenner tjenesteeieren
    .proves = Formidling kjenner virksomheten din som tjenesteeier, og lagringsplassen er klar.

access-resource-config = Ressursen er satt opp i Formidling
    .proves = Ressursen er satt opp i Formidling, av virksomheten som eier den.

access-members = Hvem som står på tilgangslisten
    .proves = De du slipper inn, står på tilgangslisten til ressursen, og listen gjelder, hvis det er en liste.

integrate-list = Formidling svarer om ressursen
    .proves = Formidling godtar tokenet og slipper deg inn til ressursen.

integrate-transfer = En testoverføring gikk gjennom
    .proves = En merket testfil gikk gjennom Formidling i løpet av de siste 30 dagene.

events-endpoint = Altinn godtar adressen til webhooken
    .proves = Adressen til webhooken er en som Altinn godtar, så langt denne maskinen kan se.

events-subscription = Et abonnement passer
    .proves = Altinn Events har et abonnement for hver hendelsestype du vil ha, til webhooken din, med filtre som passer til ressursen og virksomheten din.

events-validated = Webhooken er validert
    .proves = Webhooken har svart på valideringshendelsen fra Altinn, så Altinn sender hendelser til den.

events-received = En hendelse har kommet
    .proves = En hendelse om en filoverføring har kommet: til dette programmet, til sandkassen, eller til ditt eget program, slik du sier det.

## Det sjekken som feiler, spør om selv

question-scope-granted = Altinn har gitt scopet

question-token-signer = Riktig miljø har signert tokenet

question-external-reference = Den eksterne referansen stemmer

question-resource-configured = Tjenesteeieren har satt opp ressursen i Formidling

question-access-list = Tilgangslisten slipper virksomheten inn

question-changed-lately = Ingenting er endret de siste ti minuttene

question-subscription-filter = Filtrene i abonnementet passer til hendelsen

question-subscription-identity = Abonnementet tilhører riktig identitet

question-event-delivery = Altinn leverer hendelsen
