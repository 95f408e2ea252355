/**
 * Words that hold sentences together, folded. In a large collection their rarity alone makes them weightless; in one of a
 * few documents it cannot. Japanese is told by its script instead: short words in hiragana.
 */
export const functionWords: ReadonlySet<string> = new Set(
  [
    // en
    'about after again all also although am an and any are as at be became because been before being between both but by',
    'can could did do does done down during each either ever few for from further had has have having he her here him his',
    'how however if in into is it its itself just like made make many may might more most much must neither no nor not now',
    'of off on once one only onto or other our out over own per same several she should since so some soon still such than',
    'that the their them then there these they this those though through thus to too two under until up upon us use used',
    'using very via was we were what when where whether which while who whom whose why will with within without would yet',
    'you your i me my a it’s didn don doesn isn wasn weren couldn wouldn t s re ve ll',
    // de
    'aber alle als also am an auch auf aus bei bis da damit dann das dass dem den der des die dies diese diesem diesen dieser',
    'dieses doch durch ein eine einem einen einer eines er es fur hat hatte hatten ihr im ist kann kein keine konnte mehr mit',
    'nach nicht noch nur oder ohne sehr sein seine sich sie sind so uber um und uns unter vom von vor war waren was weil wenn',
    'werden wie wieder wir wird wurde wurden zu zum zur zwischen',
    // es, pt, fr
    'al algun ante antes asi aun aunque bajo cada como con cual cuando de del desde despues donde durante el ella ellos en',
    'entre era eran es esa ese eso esta estaba estan este esto estos fue fueron ha habia hace hacia han hasta hay la las le',
    'les lo los mas mediante mientras muy nada ni nos nuestra nuestro o otra otro para pero por porque pues que quien se ser',
    'si sido sin sobre son su sus tambien tan tanto tenia tiene todo todos tras tuvo un una unas uno unos y ya ao aos as',
    'ate com da das depois do dos e ela ele em essa esse foi foram isso ja mais mas mesmo na nao nas nem no nossa nosso num',
    'numa os ou pela pelas pelo pelos pois qual quando sao seja sem seu seus so sua suas tambem tem tinha um uma ainda apres',
    'au aucun aussi autre aux avait avant avec avoir ce cela ces cet cette chez comme dans depuis donc dont du elle elles',
    'encore ensuite est et etaient etait etre eu fait ici il ils je jusqu leur leurs lors lorsque lui meme ne notre nous on',
    'ont ou par parce pas pendant peut plus pour pourquoi puis qu quand qui sa sans ses si sont sous sur tous tout toute',
    'tres une vers vous',
    // no
    'alle at av bare ble blir da de den denne der deres det dette disse eller en er et etter for fordi fra ha hadde han har',
    'hun hva hvis hvor hvordan hvorfor i ikke ingen kan kunne man med mellom men mens mer mot noe noen nar og ogsa om opp oss',
    'over pa sa samme seg selv siden sin sine skal skulle slik som til under ut uten ved vi vil ville var vaere vart',
    // zh
    '我们 因为 所以 如果 但是 由于 这个 那个 没有 一个 进行 以及 或者 并且 可以 已经 之后 之前 因此 其中',
    // what forms leave standing
    'hh mm yyyy dd tbd todo na utc gmt am pm min mins minute minutes hour hours day days',
  ].flatMap((line) => line.split(' ')),
);
