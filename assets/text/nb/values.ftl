### How values are written inside lines: moments, days, lists, sizes.

month =
    { $number ->
        [1] januar
        [2] februar
        [3] mars
        [4] april
        [5] mai
        [6] juni
        [7] juli
        [8] august
        [9] september
        [10] oktober
        [11] november
       *[12] desember
    }
date = { $day }. { $month } { $year }
date-this-year = { $day }. { $month }
moment = { $date } kl. { $hour }.{ $minute }
moment-utc = { $date } kl. { $hour }.{ $minute } UTC
clock-seconds = { $hour }.{ $minute }.{ $second }

## A list of two or more begins with its first item. `list` adds each of the middle items, `list-end` the last one.

list = { $before }, { $next }
list-end = { $before } og { $last }

## The units (KiB to TiB) are powers of 1024 and the same in every language, so the code fills them in.

size-bytes = { $whole } byte
size = { $whole } { $unit }
size-tenths = { $whole },{ $tenths } { $unit }
proposed = { $text } (forslag)

## How long something lasts

lasting-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dager
    }
lasting-hours =
    { $count ->
        [one] { $count } time
       *[other] { $count } timer
    }
lasting-minutes =
    { $count ->
        [one] { $count } minutt
       *[other] { $count } minutter
    }
lasting-seconds =
    { $count ->
        [one] { $count } sekund
       *[other] { $count } sekunder
    }

## A field in a sentence for those who are not at a screen that shows it.

field-with-flag = { $label } ({ $flag })
