// Writes which paper proposes which concept. Both ends must be there.
// Parameters: $rows MAP of source LIST of STRING, each node that edges leave, once; first LIST of INTEGER, where in the lists below its edges begin, and
//             at last where they all end; target LIST of STRING, and beside it a LIST for each property below, empty where no edge has it
// Returns:    written INTEGER, the number of edges whose ends were found
UNWIND range(0, size($rows.source) - 1) AS s
MATCH (source:Paper {id: $rows.source[s]})
UNWIND range($rows.first[s], $rows.first[s + 1] - 1) AS i
MATCH (target:Concept {id: $rows.target[i]})
MERGE (source)-[edge:INTRODUCES]->(target)
SET edge.evidence = $rows.evidence[i]
RETURN count(*) AS written
