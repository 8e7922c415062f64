// Nltk compares nominal alpha over 100,000 units, 5 coders, 22 categories and 10% missing with nltk's on the same table in the same run: value and time.
//
// From the repository's root: go run ./.ci/nltk (needs python3 with nltk, Debian's python3-nltk; PYTHON names another interpreter).
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"time"

	"github.com/hasteslowly/readiness/coding/agreement"
)

// script reads rows from standard input and prints alpha and the seconds that it took.
const script = `
import json, sys, time
from nltk.metrics.agreement import AnnotationTask
rows = json.load(sys.stdin)
task = AnnotationTask([(j, i, v) for i, row in enumerate(rows) for j, v in enumerate(row) if v])
start = time.perf_counter()
alpha = task.alpha()
print(json.dumps([alpha, time.perf_counter() - start]))
`

func main() {
	if err := run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func run() error {
	rows := table()
	t, err := agreement.New(rows, nil, agreement.Format{})
	if err != nil {
		return err
	}
	var ours agreement.Value
	best := time.Hour
	for range 50 {
		start := time.Now()
		if ours, err = agreement.KrippendorffAlpha.Of(t, agreement.Options{}); err != nil {
			return err
		}
		best = min(best, time.Since(start))
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	python := os.Getenv("PYTHON")
	if python == "" {
		python = "python3"
	}
	c := exec.Command(python, "-c", script)
	c.Stdin, c.Stderr = bytes.NewReader(data), os.Stderr
	out, err := c.Output()
	if err != nil {
		return err
	}
	var theirs [2]float64
	if err := json.Unmarshal(out, &theirs); err != nil {
		return err
	}
	fmt.Printf("alpha %.12f in %v, nltk %.12f in %.2f s: %.0f times\n", *ours.Value, best, theirs[0], theirs[1], theirs[1]/best.Seconds())
	if math.Abs(*ours.Value-theirs[0]) > 1e-9 || theirs[1] < best.Seconds() {
		return fmt.Errorf("the values differ, or nltk is faster")
	}
	return nil
}

// table draws ratings; units with fewer than two are left out, which nltk cannot take.
func table() [][]string {
	random := rand.New(rand.NewPCG(8, 9))
	var rows [][]string
	for len(rows) < 100_000 {
		truth, rated := random.IntN(22), 0
		row := make([]string, 5)
		for i := range row {
			c := truth
			if random.Float64() < .4 {
				c = random.IntN(22)
			}
			if random.Float64() >= .1 {
				row[i] = strconv.Itoa(c + 1)
				rated++
			}
		}
		if rated > 1 {
			rows = append(rows, row)
		}
	}
	return rows
}
