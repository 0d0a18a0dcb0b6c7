// Writes a paper's links to what is no repository. Both ends must be there.
// Parameters: $source LIST of STRING, each node that edges leave, once; $first LIST of INTEGER, where in the lists below its edges begin, and at last
//             where they all end; $target LIST of STRING, and beside it a LIST for each property below, empty where no edge has it
// Returns:    written INTEGER, the number of edges whose ends were found
UNWIND range(0, size($source) - 1) AS s
MATCH (source:Paper {id: $source[s]})
UNWIND range($first[s], $first[s + 1] - 1) AS i
MATCH (target:Resource {id: $target[i]})
MERGE (source)-[edge:LINKS_TO]->(target)
SET edge.role = $role[i],
    edge.status = $status[i],
    edge.addresses = $addresses[i],
    edge.evidence = $evidence[i],
    edge.givenBySource = $givenBySource[i]
RETURN count(*) AS written
