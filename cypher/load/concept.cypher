// Writes concepts. A property that is null is taken off the node; what others put there stays.
// Parameters: $rows MAP of id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($rows.id) - 1) AS i
MERGE (concept:Concept {id: $rows.id[i]})
SET concept.name = $rows.name[i],
    concept.kind = $rows.kind[i],
    concept.kindVotes = $rows.kindVotes[i],
    concept.aliases = $rows.aliases[i],
    concept.aliasReasons = $rows.aliasReasons[i],
    concept.paperCount = $rows.paperCount[i]
RETURN count(*) AS written
