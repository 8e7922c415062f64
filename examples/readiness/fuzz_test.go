// Fuzzing of tables of constructs: a typed error, or a ranking inside its bounds.

package main

import (
	"bytes"
	"testing"

	"github.com/hasteslowly/readiness/framework/strict"
)

func FuzzConstructs(f *testing.F) {
	f.Add([]byte("construct,a,b\nculture,2,-1\ncost,mix,missing\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		projects, err := rankConstructs("table", bytes.NewReader(data))
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		for _, p := range projects {
			if p.Low < 0 || p.High > 100 || p.Low > p.High || p.Readiness != nil && (*p.Readiness < p.Low || *p.Readiness > p.High) {
				t.Fatalf("%+v", p)
			}
		}
	})
}
