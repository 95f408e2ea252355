/** Words that stand for a person or for people without naming anybody. */
export const pronouns: ReadonlySet<string> = new Set(
  'i we he she nobody no-one noone someone somebody anyone anybody everyone everybody'.split(' '),
);

/** Roles that a person may have. */
export const roles: ReadonlySet<string> = new Set(
  `engineer engineers developer developers devs on-call oncall sre sres dba dbas sysadmin sysadmins intern interns
contractor contractors reviewer reviewers team teams ic person people staff employee employees colleague colleagues
technician technicians programmer programmers author committer maintainer maintainers tester testers analyst analysts
architect architects human humans approver approvers trainee apprentice
newcomer administrator administrators squad crew electrician electricians scientist scientists consultant
consultants specialist specialists pharmacist pharmacists nurse nurses clerk clerks cashier cashiers accountant accountants
trader traders researcher researchers freelancer freelancers assignee cto cio`.split(/\s+/),
);

/** Roles that are the names of programs as often: with such a word before it, or none, it is a person. */
export const doubtful: Readonly<Record<string, ReadonlySet<string>>> = {
  operator: new Set(
    'human night duty on-call oncall shift site data-centre datacenter network console control-room manual second another new trained junior senior experienced noc soc room centre center plant helpdesk desk crane ward grid substation the an'.split(
      ' ',
    ),
  ),
  manager: new Set(
    'engineering incident product project release duty shift line change account problem on-call team office program support desk store shop branch ward site plant facility facilities operations delivery vendor deputy general regional senior the our a'.split(
      ' ',
    ),
  ),
  responder: new Set('the a first second on-call incident primary secondary initial another our lead one'.split(' ')),
  admin: new Set('the an our system database network another site on-call it windows linux'.split(' ')),
  agent: new Set('support helpdesk desk call centre center human sales booking'.split(' ')),
  owner: new Set('product service process change app application business feature'.split(' ')),
  management: new Set('the our senior upper middle'.split(' ')),
  support: new Set('customer our technical'.split(' ')),
  qa: new Set(['our']),
  leadership: new Set('senior our'.split(' ')),
  marketing: new Set('the our'.split(' ')),
  lead: new Set(
    'the our a team tech technical engineering incident shift warehouse floor store project support operations ops platform squad on-call duty'.split(
      ' ',
    ),
  ),
  commander: new Set('the our a incident'.split(' ')),
  shift: new Set('night day evening morning early late weekend on-call'.split(' ')),
};

/** Said of nobody but people, so that any role behind them is a person's. */
export const personal: ReadonlySet<string> = new Set(
  'junior senior inexperienced experienced trained untrained tired young deputy acting duty former responsible'.split(
    ' ',
  ),
);

/** Of the doubtful, those that are programs or states where no word stands before them. */
export const softwareAlone: ReadonlySet<string> = new Set('agent agents owner owners qa leadership'.split(' '));

/** What tells that an operator is a program. */
export const controllerWords =
  /\b(?:reconcil|kubernetes|k8s|custom resource|crds?\b|statefulset|pods?\b|operand|controller|cluster operator)/;

export const determiners: ReadonlySet<string> = new Set(
  'the a an this that these those our its their his her my your each every no any some both one two three another neither either whose all'.split(
    ' ',
  ),
);

export const prepositions: ReadonlySet<string> = new Set(
  'of on in at for from with behind by during to under over near within into through about against between across'.split(
    ' ',
  ),
);

/** Words that begin another clause. */
export const joints: ReadonlySet<string> = new Set(
  `because since as while when whenever if that but so although though whereas until unless after before once where why how
than then think thought believe believed feel felt say said agree agreed means meant assume assumed know knew hope and or
because-of given whether`.split(/\s+/),
);

/** Words between a subject and its verb. */
export const between: ReadonlySet<string> = new Set(
  `also then never just still even simply often always not really probably likely both all certainly clearly obviously
perhaps maybe first initially repeatedly again only actually later either currently`.split(/\s+/),
);
