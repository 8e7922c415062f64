# Computes readiness and its bounds for the shipped cases apart from the Go code, and compares: the formulas of package assess in their
# plainest form, for profiles of one respondent a perspective. Run from the project's root: python3 apart.py READINESS_PROGRAM
import json
import subprocess
import sys

R = ""
cat=json.load(open(R+'framework/reference/catalogue.json'))
types=[json.load(open(R+f'framework/reference/types/{t}.json')) for t in cat['types']]
def run(case):
    d=json.load(open(R+f'examples/readiness/cases/{case}.json'))
    stage=d['project'].get('stage'); persp=[p['id'] for p in d['perspectives']]
    of={r['id']:r['perspective'] for r in d['respondents']}
    obs={}
    for o in d['observations']: obs[(o['parameter'],of[o['respondent']])]=o   # one respondent a perspective, one observation each
    comp={'c':[],'d':[],'f':[]}
    for t in types:
        sides={}
        for side,pole in (('hinders','challenge'),('helps','driver')):
            ps=[p for p in t['parameters'] if p['pole'] in (pole,'both') and (not stage or not p.get('stages') or stage in p['stages'])]
            if not ps: sides[side]=(None,0,0,0); continue
            vals=[];lows=[];highs=[]
            for p in ps:
                xs=[]
                for pe in persp:
                    o=obs.get((p['id'],pe)); x=o.get(side) if o else None
                    if x is None:
                        o=obs.get((t['id'],pe)); x=o.get(side) if o else None
                    xs.append(x)
                k=[x/4 for x in xs if x is not None]
                if k: vals.append(sum(k)/len(k))
                lows.append(sum((x or 0)/4 for x in xs)/len(xs)); highs.append(sum(1 if x is None else x/4 for x in xs)/len(xs))
            sides[side]=(sum(vals)/len(vals) if vals else None,sum(lows)/len(lows),sum(highs)/len(highs),len(ps))
        if sides['hinders'][3]+sides['helps'][3]==0: continue
        for z in sides:
            if sides[z][3]==0: sides[z]=(0,0,0,0)
        f=t['form']; n,nl,nh,_=sides['hinders']; p,pl,ph,_=sides['helps']
        if f=='pure-challenge': comp['c'].append((None if n is None else 1-n,1-nh,1-nl))
        elif f=='pure-driver': comp['d'].append((p,pl,ph))
        elif f=='oppositional': comp['f'].append((None if n is None or p is None else 1-n*(1-p),1-nh*(1-pl),1-nl*(1-ph)))
        else: comp['f'].append((None if n is None or p is None else (1+p-n)/2,(1+pl-nh)/2,(1+ph-nl)/2))
    out=[]
    for i in range(3):
        r=1
        N=sum(len(comp[q]) for q in comp)
        for k in 'cdf':
            w=len(comp[k]);
            v=[x[i] for x in comp[k] if x[i] is not None]
            r*=max(sum(v)/len(v),.01)**(w/N)
        out.append(100*r)
    return out
worst = 0
for c in ("summary-care-record", "care-data", "key-information-summary", "my-health-record", "new-york-exchange"):
    said = json.loads(subprocess.run([sys.argv[1], "assess", c, "--json"], capture_output=True, check=True).stdout)["readiness"]
    apart = run(c)
    print(c, apart, said)
    worst = max([worst] + [abs(a - b) for a, b in zip(apart, (said["value"], said["low"], said["high"]))])
print("greatest difference", worst)
sys.exit(worst > 1e-9)
