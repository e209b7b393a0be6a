### What is told of a value to choose from, beside the value and its name; and why there is no list.

owned-by = { $owner }, { $number }
owned-by-name = { $owner }
owned-by-number = { $number }
system-for = for { $resources }
system-for-nothing = for no resource yet
subscribed = { $count ->
    [one] has a subscription of yours
   *[other] has { $count } subscriptions of yours
  }
subscribed-unvalidated = subscribed, and has not answered Altinn yet
sent-by = from { $sender }, { $at }, { $status }
sent-at-no-time = from { $sender }, { $status }
sandbox-owner = owns services in the sandbox, as { $code }
sandbox-organisation = in the sandbox

none-no-client = The list needs the client: its id, its key and the key id. You can type the value.
none-no-scope = The client may not ask for the list: it lacks { $scope }. You can type the value.
none-not-told = The list could not be fetched: { $why }. You can type the value.

not-known = not known to this version
