### The words of times that are told by how long ago they were.

# Less than a minute ago.
just-now = just now
# $count (Number)
minutes-ago = { $count } min ago
# $count (Number)
hours-ago = { $count } h ago
# $count (Number)
days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
# $count (Number)
months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
# $count (Number)
years-ago = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
