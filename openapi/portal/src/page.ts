// Pages: plain HTML that works without scripts. Everything that came from elsewhere is escaped.
import type { Schemas } from './samplan.js';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (s: string) => s.replace(/[&<>"']/g, (c) => signs[c] ?? c);

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(title)}</title><style>body{font:1.1rem/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}button{font:inherit}</style>
<nav><a href="/">Planer</a> · <a href="/consents">Samtycken</a> · <a href="/log">Vem har läst</a> · <a href="/out">Logga ut</a></nav>
<main><h1>${text(title)}</h1>${body}</main></html>`;
}

const list = (items: string[], none: string) => (items.length ? `<ul>${items.map((i) => `<li>${i}</li>`).join('')}</ul>` : `<p>${none}</p>`);

export const welcome = () => page('Min plan', '<p><a href="/login">Logga in med e-legitimation</a></p>');

export const plans = (all: Schemas['MyPlanRow'][]) =>
  page('Mina planer', list(all.map((p) => `<a href="/plans/${text(p.id)}">${text(p.childName)}</a>`), 'Det finns inga planer att visa.'));

export function plan(p: Schemas['MyPlan']): string {
  const part = (name: string, items: string[]) => (items.length ? `<h2>${name}</h2>${list(items, '')}` : '');
  return page(`Plan för ${p.childName}`, [
    part('Barnets egna ord', p.childViews.map((v) => `”${text(v.text)}”`)),
    part('Mål', p.goals.map((g) => text(g.text))),
    part('Vad som görs', p.interventions.map((i) => [i.title, i.text, i.responsible, i.contactName].filter((s) => s).map((s) => text(s ?? '')).join('<br>'))),
    part('De som är med', p.parties.map((y) => text(`${y.unit}, ${y.principal}`))),
  ].join(''));
}

const categories: Partial<Record<Schemas['Category'], string>> = {
  'family-situation': 'familjens situation', 'support-needs': 'behov av stöd', health: 'hälsa', goals: 'mål', interventions: 'insatser',
  schooling: 'skolgång', 'child-voice': 'barnets egna ord', participation: 'vilka som deltar', views: 'åsikter',
};

export function consents(all: Schemas['MyConsent'][], csrf: string): string {
  const button = (c: Schemas['MyConsent'], to: string, word: string) =>
    `<form method="post" action="/consents/${text(c.id)}/${to}"><input type="hidden" name="csrf" value="${csrf}"><button>${word}</button></form>`;
  return page('Mina samtycken', list(all.map((c) => {
    const covers = c.scopes.map((s) => `Från ${text(s.from)} till ${text(s.to)}: ${s.categories.map((k) => categories[k] ?? k).join(', ')}`);
    const can = c.myAnswer === 'pending' ? button(c, 'give', 'Jag samtycker') + button(c, 'refuse', 'Jag säger nej') : c.state === 'live' || c.state === 'pending' ? button(c, 'withdraw', 'Jag ångrar mig') : '';
    return `<strong>${text(c.purpose)}</strong><br>${text(c.childName)}, till och med ${text(c.validTo)}<br>${covers.join('<br>')}${can}`;
  }), 'Ingen har frågat om samtycke.'));
}

export const log = (e: Schemas['MyLogExtract']) =>
  page('Vem har läst', list(e.entries.map((x) => `${text(x.at.slice(0, 16).replace('T', ' '))} ${text(x.unit ?? '')} ${text(x.textSv)}`), 'Ingen har läst.'));

export const refused = (message: string) => page('Det gick inte', `<p>${text(message)}</p>`);
