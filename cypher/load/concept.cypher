// Writes concepts. A property that is null is taken off the node; what others put there stays.
// Parameters: $id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($id) - 1) AS i
MERGE (concept:Concept {id: $id[i]})
SET concept.name = $name[i],
    concept.kind = $kind[i],
    concept.kindVotes = $kindVotes[i],
    concept.aliases = $aliases[i],
    concept.aliasReasons = $aliasReasons[i],
    concept.paperCount = $paperCount[i]
RETURN count(*) AS written
