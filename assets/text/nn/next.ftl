### Det som kjem no, på éi linje. Lesaren gjer noko, så kvar linje byrjar med kva.

answer = Fyll inn: { $field }
choose = Vel: { $field }
deed = { $deed }
wait = Vent på { $who }
wait-since = Vent på { $who }. Spurd { $since }.
wait-asked-too-often = Vent til { $until }: Altinn blei spurd for ofte
wait-until = Vent på { $who }, seinast til { $until }.

answer-organisation =
    { $role ->
        [service-owner] Fyll inn organisasjonsnummeret ditt
       *[other] { $environment ->
            [tt02] Fyll inn den syntetiske organisasjonen du testar som
           *[other] Fyll inn organisasjonsnummeret ditt
        }
    }
answer-client-owner =
    { $acting ->
        [for-customer] Fyll inn ditt eige organisasjonsnummer, som leverandør
       *[other] Fyll inn kva for ei verksemd som eig klienten
    }
answer-client-id = Fyll inn ID-en til Maskinporten-klienten
answer-client-key = Sei kvar den private nøkkelen til klienten ligg
answer-client-kid = Fyll inn nøkkel-ID-en (kid), slik portalen viser han
answer-transfer-recipients = Fyll inn kven som skal få ei testfil
answer-events-set_aside = Legg hendingar til side: utan eigne overføringar kjem ingen
answer-events-endpoint = Fyll inn adressa til webhooken, eller legg hendingar til side
answer-resource = Fyll inn ID-en til ressursen din, ein ny eller den du har
answer-publish-title-nb = Sei kva ressursen heiter: orda er foreslåtte
answer-publish-description-nb = Sei kva ressursen er til
answer-publish-right_description-nb = Sei kva den som godkjenner, gir rett til med ressursen
answer-contact-email = Fyll inn e-postadressa ein kan skrive til om ressursen
answer-policy-owner_acts = Sei om verksemda di også sender eller tek imot sjølv
answer-policy-admits = Sei kven som får bruke ressursen
answer-vendor-name = Fyll inn kva for ein leverandør som driftar systemet for deg
answer-vendor-approved_on = Godkjenn førespurnaden frå leverandøren, og fyll inn dagen
answer-vendor-transfer_seen_on = Be leverandøren om ei testfil, og fyll inn dagen

choose-organisation = Vel ein organisasjon i sandkassa
choose-resource =
    { $role ->
        [service-owner] Vel ressursen som er din
        [recipient] Vel ressursen du tek imot filer frå
       *[other] Vel ressursen du sender filer til
    }
choose-transfer-recipients = Vel kven som skal få ei testfil
choose-system-id = Vel systemet ditt, slik systemregisteret har det
choose-events-by = Vel om Altinn kallar webhooken din, eller du spør Altinn
have-client = Sei om du har ein Maskinporten-klient til dette

portal-make-client = Lag klienten i sjølvbetjeningsportalen, og lim inn ID-en her
portal-add-scopes = Legg scopa til på klienten i sjølvbetjeningsportalen
# The service desk was asked for them.
portal-add-scopes-asked = Legg til scopa i portalen når servicedesken har tildelt dei
portal-compare-client = Samanlikn ID og nøkkel på klienten med sjølvbetjeningsportalen
portal-approve =
    { $environment ->
        [tt02] Godkjenn han sjølv: opne lenka, logg inn med TestID
       *[other] Godkjenn han sjølv: opne lenka
    }

person-ask-scopes = Send Altinn Servicedesk brevet om scopa dine
person-ask-access = Send tenesteeigaren brevet om tilgang
person-ask-approver = Send lenka til den som skal godkjenne
person-ask-counterpart =
    { $role ->
        [recipient] Be ein avsendar om ei testfil
       *[other] Be ein mottakar hente testfila
    }

check = Køyr sjekkane
check-again = Gjer det som står om «{ $check }», og sjekk igjen
check-asked-again = Sjekk igjen: «{ $check }» fekk ikkje svar

nothing = Ingenting står igjen.
nothing-but-left-out = Ingenting anna står igjen. Sjekk igjen utan å utelate noko: berre det viser om du er klar.
line = Neste: { $what }
