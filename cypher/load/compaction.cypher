// Replaces what a kind's batches say one after another by what they come to.
// Parameters: $run STRING, of the load; $kind STRING; $batches LIST of MAP with id, entries and digest, as in checkpoint.cypher;
//             $last INTEGER, the last batch's id
// Returns:    written INTEGER, the number of batches; no row when another load has taken over
MATCH (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true
WITH load
WHERE load.run = $run
SET load.batch = $last
WITH load
CALL () {
  MATCH (former:PaperGraphLoadBatch {kind: $kind})
  DELETE former
  RETURN count(*) AS deleted
}
CALL () {
  UNWIND $batches AS row
  CREATE (:PaperGraphLoadBatch {id: row.id, kind: $kind, entries: row.entries, digest: row.digest})
  RETURN count(*) AS written
}
RETURN written
