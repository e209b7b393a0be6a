### How values are written inside lines: moments, days, lists, sizes.

month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date = { $day } { $month } { $year }
date-this-year = { $day } { $month }
moment = { $date } { $hour }:{ $minute }
moment-utc = { $date } { $hour }:{ $minute } UTC
clock-seconds = { $hour }:{ $minute }:{ $second }

## A list of two or more begins with its first item. `list` adds each of the middle items, `list-end` the last one.

list = { $before }, { $next }
list-end = { $before } and { $last }

## The units (KiB to TiB) are powers of 1024 and the same in every language, so the code fills them in.

size-bytes =
    { $whole ->
        [one] { $whole } byte
       *[other] { $whole } bytes
    }
size = { $whole } { $unit }
size-tenths = { $whole }.{ $tenths } { $unit }
proposed = { $text } (proposed)

## How long something lasts

lasting-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
lasting-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
lasting-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
lasting-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }

## A field in a sentence for those who are not at a screen that shows it.

field-with-flag = { $label } ({ $flag })
