### The words of the usage of one service.

# There is nothing to show.
none = No measurements

# Why: nothing measures it.
not-measured = Nothing is measured for this service.

# Why: whatever measures it does not answer.
no-answer = The measurements can’t be read at the moment. Try again in a few minutes.

# Why: there is nothing yet.
nothing-yet = Nothing was measured in the last 24 hours.

# A chart, and its column.
cpu = CPU

# What the chart shows.
cpu-lead = How busy the processors were, on average for each hour

# A chart.
traffic = Traffic

# What the chart shows.
traffic-lead = Bytes a second, on average for each hour

# Its parts.
received = Received
sent = Sent

# The table that says the same.
table = Usage by hour

# Its first column.
hour = Hour
