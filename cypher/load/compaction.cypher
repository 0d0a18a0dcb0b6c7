// Takes a kind's earlier batches off the record, when later ones say all that they came to.
// Parameters: $run STRING, of the load; $kind STRING; $last INTEGER, the last of the earlier batches
// Returns:    deleted INTEGER, the number of batches; no row when another load has taken over, and then nothing is deleted
MATCH (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true
WITH load
WHERE load.run = $run
CALL () {
  MATCH (former:PaperGraphLoadBatch)
  WHERE former.kind = $kind AND former.id <= $last
  DELETE former
  RETURN count(*) AS deleted
}
RETURN deleted
