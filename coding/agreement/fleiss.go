// Fleiss' kappa: many coders, who need not be the same for every unit.

package agreement

import "math"

// FleissKappa extends Scott's pi to many coders.
var FleissKappa = Statistic{
	Name: "fleiss_kappa", Title: "Fleiss' kappa",
	Formula:   "(pa - pe) / (1 - pe), pa percent agreement, pe = sum w_kl p_k p_l, p_k the mean over units of the share of k among their ratings",
	Undefined: "one category only; no unit with two ratings",
	Confused:  "Cohen's kappa for many coders, which is Conger's; with missing cells this is Gwet's extension",
	Source:    "Fleiss 1971, doi:10.1037/h0031619; Gwet 2014", TakesWeights: true,
	compute: func(t *Table, o prepared) raw {
		return t.chanceCorrected(o, func(p []float64) float64 { return expected(p, p, o.weights) })
	},
	influence: func(t *Table, o prepared, r raw) []float64 {
		y := t.tallied(o.weights)
		p := y.prevalence(o.least())
		share := make([]float64, len(p))
		for k := range p {
			for l := range p {
				w := 0.0
				if o.weights != nil {
					w = (o.weights[k*len(p)+l] + o.weights[l*len(p)+k]) / 2
				} else if k == l {
					w = 1
				}
				share[k] += float64(w * p[l])
			}
		}
		return t.corrections(o, r, share)
	},
}

// least is how many ratings a unit needs to count for the prevalence.
func (o prepared) least() int {
	if o.DropSingles {
		return 2
	}
	return 1
}

// chanceCorrected is what Fleiss, Gwet and Brennan-Prediger share: one percent agreement, each its own chance.
func (t *Table) chanceCorrected(o prepared, chance func(prevalence []float64) float64) raw {
	y := t.tallied(o.weights)
	if y.rated(2) == 0 {
		return raw{undefined: noPairs}
	}
	return corrected(y.agreement(o.Pooled), chance(y.prevalence(o.least())))
}

// FleissKappaZ tests that agreement is that of chance.
var FleissKappaZ = Statistic{
	Name: "fleiss_kappa_z", Title: "z of Fleiss' kappa",
	Formula:   "kappa / sqrt(2 ((sum p q)^2 - sum p q (q - p)) / (n m (m-1) (sum p q)^2)), q = 1 - p: the standard error if there were no agreement beyond chance",
	Undefined: "missing cells, for which the formula is not made; one category only",
	Confused:  "an interval: the error under no agreement is not that around the value found",
	Source:    "Fleiss, Nee & Landis 1979, doi:10.1037/0033-2909.86.5.974",
	compute: func(t *Table, o prepared) raw {
		y := t.tallied(nil)
		if t.coders < 2 || y.units[t.coders] != int64(t.Units()) || t.Units() == 0 {
			return raw{undefined: "it takes two coders or more and no missing cell"}
		}
		r := FleissKappa.compute(t, o)
		if r.undefined != "" {
			return r
		}
		var pq, skew float64
		for _, p := range y.prevalence(1) {
			pq += float64(p * (1 - p))
			skew += float64(float64(p*(1-p)) * (1 - 2*p))
		}
		variance := 2 * (float64(pq*pq) - skew) / float64(float64(t.Units()*t.coders*(t.coders-1))*float64(pq*pq))
		return raw{value: r.value / math.Sqrt(variance)}
	},
}
