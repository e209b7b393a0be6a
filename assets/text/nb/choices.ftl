### What is told of a value to choose from, beside the value and its name; and why there is no list.

owned-by = { $owner }, { $number }
owned-by-name = { $owner }
owned-by-number = { $number }
system-for = for { $resources }
system-for-nothing = ikke for noen ressurs ennå
subscribed = { $count ->
    [one] har ett av abonnementene dine
   *[other] har { $count } av abonnementene dine
  }
subscribed-unvalidated = abonnerer, og har ikke svart Altinn ennå
sent-by = fra { $sender }, { $at }, { $status }
sent-at-no-time = fra { $sender }, { $status }
sandbox-owner = eier tjenester i sandkassen, som { $code }
sandbox-organisation = i sandkassen

none-no-client = Listen trenger klienten: ID-en, nøkkelen og nøkkel-ID-en. Du kan skrive verdien selv.
none-no-scope = Klienten får ikke hente listen: den mangler { $scope }. Du kan skrive verdien selv.
none-not-told = Det er ingen liste nå: { $why }. Du kan skrive verdien selv.

not-known = ukjent for denne versjonen
