// Fuzzing of the readers: whatever comes in, there is a typed error or a catalogue that survives being written and read.

package framework_test

import (
	"bytes"
	"testing"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

const smallCatalogue = `{
  "id": "small", "version": "1.0.0", "title": "Small", "language": "en",
  "sources": [{"id": "smith-2020", "citation": "Smith 2020"}],
  "types": [
    {"id": "fear", "form": "oppositional", "name": "Fear", "provenance": "operationalised", "sources": ["smith-2020"],
     "pairings": [{"driver": "backing", "challenges": ["fines"]}],
     "parameters": [
      {"id": "fines", "name": "Fear of fines", "pole": "challenge", "area": "structure", "stages": ["pilot"], "provenance": "operationalised", "sources": ["smith-2020"]},
      {"id": "backing", "name": "Backing", "pole": "driver", "area": "context", "locus": "beyond", "control": "none", "provenance": "published", "statement": "said so",
       "lifecycle": {"since": "1.0.0", "status": "deprecated", "reason": "too wide", "successor": "fines"}}]}]}`

func FuzzRead(f *testing.F) {
	f.Add([]byte(smallCatalogue))
	f.Add([]byte(`{"id":"a","version":"1.0.0","title":"t","language":"en","types":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := framework.Read(bytes.NewReader(data))
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		again, err := framework.Read(bytes.NewReader(strict.Marshal(c)))
		if err != nil || len(framework.Compare(c, again)) > 0 {
			t.Fatalf("written and read again: %v", err)
		}
	})
}

func FuzzReadOverlay(f *testing.F) {
	f.Add([]byte(`{"base":{"id":"small","version":"1.0.0"},"id":"mine","version":"1.1.0","relabel":[{"id":"fear","name":"Angst"}],"withdraw":[{"id":"fines","reason":"gone"}]}`))
	f.Add([]byte(`{"base":{"id":"small","version":"1.0.0"},"id":"mine","version":"1.1.0","add_parameters":[{"type":"fear","parameter":{"id":"new","name":"New","pole":"driver","area":"context","provenance":"operationalised","statement":"x"}}]}`))
	base, err := framework.Read(bytes.NewReader([]byte(smallCatalogue)))
	if err != nil {
		f.Fatal(err)
	}
	before := strict.Marshal(base)
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := framework.ReadOverlay(bytes.NewReader(data))
		if err == nil {
			_, _, err = base.Apply(o)
		}
		if err != nil && len(strict.Problems(err)) == 0 {
			t.Fatalf("untyped error %v", err)
		}
		if !bytes.Equal(before, strict.Marshal(base)) {
			t.Fatal("the overlay changed its base")
		}
	})
}
