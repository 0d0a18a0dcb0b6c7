// Writes sources: the pages and files that papers were read from. A property that is null is taken off the node; what others put there stays.
// Parameters: $rows MAP of id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($rows.id) - 1) AS i
MERGE (source:Source {id: $rows.id[i]})
SET source.name = $rows.name[i],
    source.format = $rows.format[i],
    source.date = $rows.date[i]
RETURN count(*) AS written
