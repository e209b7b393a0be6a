### What each check asks, as a short title.

key-reach = Tjenestene svarer fra denne maskinen

key-clock = Klokken på denne maskinen går riktig

key-gateway = Gatewayen til Altinn slipper programmet gjennom

key-scopes = Altinn har gitt scopene som trengs

client-key = Den private nøkkelen kan signere

client-token = Maskinporten kjenner klienten og nøkkelen

client-scopes = Klienten har scopene den trenger

client-exchange = Altinn tar imot tokenet

client-identity = Tokenet gjelder riktig virksomhet

access-resource = Ressursen finnes og er for Formidling

access-policy = Reglene slipper rollen inn

access-system = Systemet er registrert

access-system-user = En systembruker handler for virksomheten

access-system-user-token = Maskinporten gir token for systembrukeren

access-service-owner = Formidling kjenner tjenesteeieren

access-resource-config = Ressursen er satt opp i Formidling

access-members = Hvem som står på tilgangslisten

integrate-list = Formidling svarer om ressursen

integrate-transfer = En testoverføring gikk gjennom

events-endpoint = Altinn godtar adressen til webhooken

events-subscription = Et abonnement som passer

events-validated = Webhooken er validert

events-received = En hendelse har kommet
