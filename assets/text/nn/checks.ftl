### What each check asks, as a short title.

key-reach = Tenestene svarar frå denne maskina

key-clock = Klokka på denne maskina går rett

key-gateway = Gatewayen til Altinn slepp programmet gjennom

key-scopes = Altinn har gitt scopa som trengst

client-key = Den private nøkkelen kan signere

client-token = Maskinporten kjenner klienten og nøkkelen

client-scopes = Klienten har scopa han treng

client-exchange = Altinn tek imot tokenet

client-identity = Tokenet gjeld rett verksemd

access-resource = Ressursen finst og er for Formidling

access-policy = Reglane slepp rolla inn

access-system = Systemet er registrert

access-system-user = Ein systembrukar handlar for verksemda

access-system-user-token = Maskinporten gir token for systembrukaren

access-service-owner = Formidling kjenner tenesteeigaren

access-resource-config = Ressursen er sett opp i Formidling

access-members = Kven som står på tilgangslista

integrate-list = Formidling svarar om ressursen

integrate-transfer = Ei testoverføring gjekk gjennom

events-endpoint = Altinn godtek adressa til webhooken

events-subscription = Eit abonnement som passar

events-validated = Webhooken er validert

events-received = Ei hending har kome
