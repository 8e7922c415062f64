// Portfolios: many projects side by side, never as a bare league table.

package uncertainty

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Portfolio ranks projects by readiness, with how sure each place is.
type Portfolio struct {
	Seed  uint64 `json:"seed"`
	Draws int    `json:"draws"`
	// Types names the criteria: the types whose weights Central gives.
	Types    []string  `json:"types"`
	Projects []Project `json:"projects"`
	Dropped  int       `json:"dropped,omitempty"`
	Warnings []Warning `json:"warnings"`
}

// A Project is one of a portfolio.
type Project struct {
	Alternative
	// Readiness is the project's own, 0 to 100, with its bounds; Drawn its distribution in the draws of the portfolio.
	Readiness assess.Estimate `json:"readiness"`
	Drawn     Distribution    `json:"drawn"`
	Blockers  int             `json:"blockers"`
}

// NewPortfolio ranks results of one catalogue and method: by readiness, 1 the most ready, over the draws of all inputs. Judgements - weights of
// types and parameters, aggregation - are drawn once for all projects of a draw; respondents, missing answers and weights of perspectives
// for each project on its own. Weights of types are drawn from all there could be (Dirichlet with every parameter 1), as SMAA-2 does where no preference is known,
// unless the options give a concentration. Projects come in the order of their mean rank.
func NewPortfolio(results []*assess.Result, o Options) (*Portfolio, error) {
	if err := checkPortfolio(results, o); err != nil {
		return nil, err
	}
	if o.Concentration == 0 {
		o.Concentration = 1
	}
	o = o.withDefaults()
	p := &Portfolio{Seed: o.Seed, Draws: o.Draws, Warnings: []Warning{}}
	plans := make([]*plan, len(results))
	d := Decision{}
	for i, r := range results {
		plans[i] = newPlan(r.Model(), o)
		d.Alternatives = append(d.Alternatives, r.Profile().Project().Name)
	}
	for _, t := range plans[0].model.Types() {
		d.Criteria = append(d.Criteria, t.ID)
	}
	p.Types = d.Criteria
	histograms, spreads := make([]*histogram, len(results)), make([]spread, len(results))
	for i := range histograms {
		histograms[i] = newHistogram(fine, 100)
	}
	d.New = func() Evaluator { return evaluator(plans) }
	alternatives, dropped := d.SMAA2(o.Draws, o.Workers)
	p.Dropped = dropped
	for i, r := range results {
		own := plans[i].portfolioDraws(uint64(i), histograms[i], &spreads[i])
		p.Projects = append(p.Projects, Project{Alternative: alternatives[i], Readiness: r.Readiness(), Drawn: own, Blockers: len(r.Blockers())})
		if e := r.Readiness(); e.Coverage() < 0.5 {
			p.Warnings = append(p.Warnings, Warning{Kind: MostlyOpen, Text: fmt.Sprintf("%q: more than half of the answers are missing; its places rest on assumptions about them", alternatives[i].Name)})
		}
	}
	p.sort()
	return p, nil
}

// sort orders projects by mean rank, and what is by project with them.
func (p *Portfolio) sort() {
	order := make([]int, len(p.Projects))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := p.Projects[a].MeanRank, p.Projects[b].MeanRank; {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	sorted := make([]Project, len(order))
	for i, from := range order {
		sorted[i] = p.Projects[from]
		wins := make([]float64, len(order))
		for j, other := range order {
			wins[j] = p.Projects[from].Wins[other]
		}
		sorted[i].Wins = wins
	}
	p.Projects = sorted
}

func checkPortfolio(results []*assess.Result, o Options) error {
	problems := strict.Problems(o.check())
	if len(results) < 2 || len(results) > 200 {
		problems = append(problems, strict.Problem{Path: "results", What: fmt.Sprintf("there are %d", len(results)), Cure: "compare 2 to 200 projects"})
	}
	for i, r := range results {
		for _, difference := range unlike(results[0], r) {
			problems = append(problems, strict.Problem{Path: fmt.Sprintf("results[%d]", i), What: difference, Cure: "score all projects with one catalogue and one set of options"})
		}
	}
	return strict.Fail("portfolio", problems)
}

// evaluator values all projects.
func evaluator(plans []*plan) Evaluator {
	drawers := make([]*drawer, len(plans))
	for i, p := range plans {
		drawers[i] = p.drawer()
	}
	return Evaluator{
		Weigh: func(number uint64, weights []float64) {
			d := drawers[0]
			if numbers := same(number); d.vary[TypeWeights] {
				d.judge(weights, d.plan.weights.Types, TypeWeights, &numbers)
			} else {
				copy(weights, d.plan.weights.Types)
			}
		},
		Measure: func(number uint64) {
			for i, d := range drawers {
				numbers := projectNumbers(number, uint64(i))
				d.draw(&numbers)
			}
		},
		Value: func(weights, values []float64) bool {
			for i, d := range drawers {
				x, known := d.Reweigh(weights)
				if !known {
					return false
				}
				values[i] = x
			}
			return true
		},
	}
}

// projectNumbers gives a project numbers of its own for what is its own.
func projectNumbers(number, project uint64) [inputs]uint64 {
	numbers := same(number)
	own := portable.NewStream(project, purposeProject, number).Uint64()
	numbers[Respondents], numbers[Missing], numbers[PerspectiveWeights] = own, own, own
	return numbers
}

const purposeProject = 0x70726f6a

// portfolioDraws gives the distribution of one project's readiness in the draws of the portfolio.
func (p *plan) portfolioDraws(project uint64, all *histogram, s *spread) Distribution {
	type worker struct {
		*drawer
		own *histogram
	}
	inBlocks(p.Draws, p.Workers, func() worker { return worker{p.drawer(), newHistogram(fine, 100)} }, func(w worker, block, from, to int) {
		for i := from; i < to; i++ {
			numbers := projectNumbers(uint64(i), project)
			if x, known := w.draw(&numbers); known {
				w.own.add(x)
				s.add(block, x)
			}
		}
	}, func(w worker) { all.join(w.own) })
	return p.describe(all, s)
}
