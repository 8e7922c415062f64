// The main job: a profile assessed, and what to do next.

package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

// An assessment is a result with its advice: what --json writes.
type assessment struct {
	assess.Document
	Uncertainty *uncertainty.Analysis `json:"uncertainty"`
	*recommend.Advice
}

func (p program) assess(a arguments) error {
	r, advice, err := p.assessed(a.word(0))
	if err != nil {
		return err
	}
	o, err := drawn(a)
	if err != nil {
		return err
	}
	analysis, err := uncertainty.Analyse(r, o)
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(assessment{r.Document(), analysis, advice}))
		return err
	}
	s := &screen{style: p.style, result: r, analysis: analysis, advice: advice, file: a.word(0)}
	return s.write(p.out)
}

// assessed loads, scores and advises on what a word names.
func (p program) assessed(word string) (*assess.Result, *recommend.Advice, error) {
	profile, err := p.load(word)
	if err != nil {
		return nil, nil, err
	}
	r, err := p.score(profile)
	if err != nil {
		return nil, nil, err
	}
	advice, err := recommend.Derive(r, p.library, recommend.Options{})
	return r, advice, err
}

// explain prints what a number was made of, or the chain of a recommendation by its place on the screen.
func (p program) explain(a arguments) error {
	if len(a.words) == 0 {
		return fmt.Errorf("%w: name what to explain", errUsage)
	}
	r, advice, err := p.assessed(a.word(1))
	if err != nil {
		return err
	}
	id := a.words[0]
	if n, err := strconv.Atoi(id); err == nil {
		if n < 1 || n > len(advice.Recommendations) {
			return fmt.Errorf("%w: there are recommendations 1 to %d", errUsage, len(advice.Recommendations))
		}
		p.explainAdvice(advice.Recommendations[n-1])
		return nil
	}
	node, ok := r.Explain(id)
	if !ok {
		return fmt.Errorf("%w: %q is no number of this assessment: readiness, challenges, drivers, forces, a type or a parameter; %s",
			errUsage, id, r.Scorer().Catalogue().Suggest(id))
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(node))
		return err
	}
	depth := 2
	if _, ok := r.Parameter(id); ok {
		depth = math.MaxInt
	}
	p.explainNode(r, node, 0, depth)
	if depth == 2 {
		p.printWrapped(0, "Explain any id of the catalogue further, down to who said what: explain PARAMETER. With --json all of it comes at once.")
	}
	return nil
}

// explainNode prints a number and its parts, down to a depth.
func (p program) explainNode(r *assess.Result, n assess.Node, depth, deepest int) {
	indent := strings.Repeat("  ", depth)
	value := "not known"
	if n.Estimate.Known {
		value = fmt.Sprintf("%.2f", n.Estimate.Value)
	}
	p.print("%s%s  %s (%.2f to %.2f; %d of %d answers)\n", indent, n.Label, value, n.Estimate.Low, n.Estimate.High, n.Estimate.Answered, n.Estimate.Applicable)
	if n.How != "" && (depth < deepest && len(n.Parts) > 0 || len(n.Observations) > 0) {
		p.print("%s  = %s\n", indent, n.How)
	}
	for _, i := range n.Observations {
		o := r.Profile().Observation(i)
		for _, text := range []string{o.Note, o.Evidence} {
			if text != "" {
				for _, line := range wrap(text, width-len(indent)-4) {
					p.print("%s    %s\n", indent, line)
				}
			}
		}
	}
	if depth == deepest {
		return
	}
	for _, part := range n.Parts {
		p.explainNode(r, part, depth+1, deepest)
	}
}

func (p program) explainAdvice(rec recommend.Recommendation) {
	fmt.Fprintln(p.out, p.style.strong(p.style.plain(rec.Title)))
	for _, link := range rec.Chain {
		p.step(link.Step, link.Ref+": "+link.Text)
	}
	for _, also := range rec.Also {
		p.step("also", also.Rule+": "+also.Because)
	}
	w := rec.WhatIf
	p.step("what if", fmt.Sprintf("readiness %.1f -> %.1f when %s one step; the model's arithmetic, not a prediction",
		w.Before.Value, w.After.Value, counted(w.Answered, "answer")+" move"))
}

// step prints a step of a chain, its name in a column of its own.
func (p program) step(name, text string) {
	for i, line := range wrap(text, width-14) {
		if i > 0 {
			name = ""
		}
		p.print("%s %s\n", pad(name, 13), line)
	}
}

// whyNot prints the silences, of one rule or all.
func (p program) whyNot(a arguments) error {
	rule := ""
	if len(a.words) > 0 {
		if _, ok := recommend.RuleByID(a.words[0]); ok {
			rule, a.words = a.words[0], a.words[1:]
		}
	}
	_, advice, err := p.assessed(a.word(0))
	if err != nil {
		return err
	}
	for _, s := range advice.Silences {
		if rule == "" || s.Rule == rule {
			p.step(s.Rule, s.Subject+": "+s.Why)
		}
	}
	return nil
}
