### Det som kommer nå, på én linje. Leseren gjør noe, så hver linje begynner med hva.

answer = Fyll inn: { $field }
choose = Velg: { $field }
deed = { $deed }
wait = Vent på { $who }
wait-since = Vent på { $who }. Spurt { $since }.
wait-asked-too-often = Vent til { $until }: Altinn ble spurt for ofte
wait-until = Vent på { $who }, senest til { $until }.

answer-organisation =
    { $role ->
        [service-owner] Fyll inn organisasjonsnummeret ditt
       *[other] { $environment ->
            [tt02] Fyll inn den syntetiske organisasjonen du tester som
           *[other] Fyll inn organisasjonsnummeret ditt
        }
    }
answer-client-owner =
    { $acting ->
        [for-customer] Fyll inn ditt eget organisasjonsnummer, som leverandør
       *[other] Fyll inn hvilken virksomhet som eier klienten
    }
answer-client-id = Fyll inn ID-en til Maskinporten-klienten
answer-client-key = Si hvor den private nøkkelen til klienten ligger
answer-client-kid = Fyll inn nøkkel-ID-en (kid), slik portalen viser den
answer-transfer-recipients = Fyll inn hvem som skal få en testfil
answer-events-set_aside = Legg hendelser til side: uten egne overføringer kommer ingen
answer-events-endpoint = Fyll inn adressen til webhooken, eller legg hendelser til side
answer-resource = Fyll inn ID-en til ressursen din, en ny eller den du har
answer-publish-title-nb = Si hva ressursen heter: ordene er foreslått
answer-publish-description-nb = Si hva ressursen er til
answer-publish-right_description-nb = Si hva den som godkjenner, gir rett til med ressursen
answer-contact-email = Fyll inn e-postadressen en kan skrive til om ressursen
answer-policy-owner_acts = Si om virksomheten din også sender eller mottar selv
answer-policy-admits = Si hvem som får bruke ressursen
answer-vendor-name = Fyll inn hvilken leverandør som drifter systemet for deg
answer-vendor-approved_on = Godkjenn forespørselen fra leverandøren, og fyll inn dagen
answer-vendor-transfer_seen_on = Be leverandøren om en testfil, og fyll inn dagen

choose-organisation = Velg en organisasjon i sandkassen
choose-resource =
    { $role ->
        [service-owner] Velg ressursen som er din
        [recipient] Velg ressursen du mottar filer fra
       *[other] Velg ressursen du sender filer til
    }
choose-transfer-recipients = Velg hvem som skal få en testfil
choose-system-id = Velg systemet ditt, slik systemregisteret har det
choose-events-by = Velg om Altinn kaller webhooken din, eller du spør Altinn
have-client = Si om du har en Maskinporten-klient til dette

portal-make-client = Lag klienten i selvbetjeningsportalen, og lim inn ID-en her
portal-add-scopes = Legg scopene til på klienten i selvbetjeningsportalen
# The service desk was asked for them.
portal-add-scopes-asked = Legg til scopene i portalen når servicedesken har tildelt dem
portal-compare-client = Sammenlign ID og nøkkel på klienten med selvbetjeningsportalen
portal-approve =
    { $environment ->
        [tt02] Godkjenn den selv: åpne lenken, logg inn med TestID
       *[other] Godkjenn den selv: åpne lenken
    }

person-ask-scopes = Send Altinn Servicedesk brevet om scopene dine
person-ask-access = Send tjenesteeieren brevet om tilgang
person-ask-approver = Send lenken til den som skal godkjenne
person-ask-counterpart =
    { $role ->
        [recipient] Be en avsender om en testfil
       *[other] Be en mottaker hente testfilen
    }

check = Kjør sjekkene
check-again = Gjør det som står om «{ $check }», og sjekk igjen
check-asked-again = Sjekk igjen: «{ $check }» fikk ikke svar

nothing = Ingenting gjenstår.
nothing-but-left-out = Ingenting annet gjenstår. Sjekk igjen uten å utelate noe: bare det viser om du er klar.
line = Neste: { $what }
