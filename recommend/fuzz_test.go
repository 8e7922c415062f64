// Fuzzing of the library's reader.

package recommend_test

import (
	"bytes"
	"testing"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

func FuzzReadLibrary(f *testing.F) {
	var all []recommend.Action
	for a := range recommend.DefaultLibrary().Actions() {
		if len(all) < 2 {
			all = append(all, a)
		}
	}
	f.Add(strict.Marshal(all))
	f.Add([]byte(`[{"id":"a","title":"A","do":"B","actor":"C","locus":"in-team","effort_days":{"low":1,"high":2},"lead_weeks":{"low":1,"high":2},"signs":["D"],"reasoning":"E","provenance":"operationalised"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := recommend.ReadLibrary(framework.Reference(), bytes.NewReader(data))
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		for a := range l.Actions() {
			if _, ok := l.Action(a.ID); !ok {
				t.Fatalf("%s is not found", a.ID)
			}
		}
	})
}
