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

## A list of more than one is begun with its first item, goes on with the next ones, and ends with the last.

list = { $before }, { $next }
list-end = { $before } and { $last }

## Units are powers of 1024, and the same in every language.

size-bytes =
    { $whole ->
        [one] { $whole } byte
       *[other] { $whole } bytes
    }
size = { $whole } { $unit }
size-tenths = { $whole }.{ $tenths } { $unit }
