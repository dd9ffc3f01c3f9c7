import * as THREE from 'three';
import { sharedNoiseTexture } from './materials.js';

const VERTEX = /* glsl */ `
varying vec3 vDir;
void main() {
  vDir = position;
  vec4 p = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
  gl_Position = p.xyww;
}`;

const FRAGMENT = /* glsl */ `
varying vec3 vDir;
uniform sampler2D uNoise;
uniform vec3 uZenith, uHorizon, uSun, uSunColor, uGround, uCloudLit, uCloudDark;
uniform vec4 uCloud; // cover, softness, scale, shift
float billow(vec2 p) {
  float a = texture2D(uNoise, p).r * 0.5 + texture2D(uNoise, p * 2.3 + 0.4).g * 0.27;
  return a + texture2D(uNoise, p * 5.1 + 0.7).r * 0.14 + texture2D(uNoise, p * 12.7).g * 0.09;
}
void main() {
  vec3 d = normalize(vDir);
  float up = max(d.y, 0.0);
  vec3 color = mix(uHorizon, uZenith, 1.0 - exp(-up * 4.2));
  float toSun = max(dot(d, uSun), 0.0);
  color += uSunColor * (pow(toSun, 6.0) * 0.10 + pow(toSun, 60.0) * 0.35 + pow(toSun, 900.0) * 3.0);
  if (uCloud.x > 0.0 && d.y > 0.005) {
    vec2 p = d.xz / (d.y + 0.16) * uCloud.z + uCloud.w;
    float n = billow(p);
    float shade = billow(p + normalize(uSun.xz + 1e-4) * 0.035 * uCloud.z * 2.0);
    float cover = smoothstep(1.0 - uCloud.x, 1.0 - uCloud.x + uCloud.y, n);
    float body = clamp(0.62 + (n - shade) * 4.5 - cover * 0.25, 0.0, 1.0);
    vec3 cloud = mix(uCloudDark, uCloudLit, body) + uSunColor * pow(toSun, 10.0) * 0.12;
    float far = smoothstep(0.01, 0.16, d.y);
    color = mix(color, mix(color, cloud, 0.35 + 0.65 * far), cover * far);
  }
  if (d.y < 0.0) color = mix(uHorizon, uGround, smoothstep(0.0, -0.12, d.y));
  gl_FragColor = vec4(color, 1.0);
}`;

const COLOR = (value) => (value instanceof THREE.Color ? value : new THREE.Color(value));

/** Sky dome with a sun glow and a layer of clouds. Colours are linear radiances. */
export function makeSky(options) {
  const o = {
    cover: 0,
    softness: 0.25,
    scale: 0.22,
    shift: 0,
    ground: 0x6b675f,
    cloudLit: 0xffffff,
    cloudDark: 0x8a94a3,
    gain: 1,
    ...options,
  };
  const scaled = (value) => COLOR(value).clone().multiplyScalar(o.gain);
  const material = new THREE.ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: THREE.BackSide,
    depthWrite: false,
    uniforms: {
      uNoise: { value: sharedNoiseTexture() },
      uZenith: { value: scaled(o.zenith) },
      uHorizon: { value: scaled(o.horizon) },
      uGround: { value: scaled(o.ground) },
      uSun: { value: o.sun.clone().normalize() },
      uSunColor: { value: scaled(o.sunColor) },
      uCloudLit: { value: scaled(o.cloudLit) },
      uCloudDark: { value: scaled(o.cloudDark) },
      uCloud: { value: new THREE.Vector4(o.cover, o.softness, o.scale, o.shift) },
    },
  });
  const dome = new THREE.Mesh(new THREE.SphereGeometry(1, 48, 32), material);
  dome.frustumCulled = false;
  dome.renderOrder = -10;
  return { dome, light: skyLight(o, scaled) };
}

/** Radiance towards a direction for light sampling: sky above, light thrown back by the ground below. */
function skyLight(o, scaled) {
  const zenith = scaled(o.zenith);
  const horizon = scaled(o.horizon);
  const ground = scaled(o.bounce ?? o.ground);
  const cloud = scaled(o.cloudLit).lerp(scaled(o.cloudDark), 0.4);
  const sun = o.sun.clone().normalize();
  const sunColor = scaled(o.sunColor);
  return (direction) => {
    if (direction.y < 0) return ground.clone();
    const color = horizon.clone().lerp(zenith, 1 - Math.exp(-direction.y * 4.2));
    color.lerp(cloud, Math.min(0.8, o.cover * 0.8));
    const glow = Math.max(0, direction.dot(sun)) ** 6 * 0.1;
    return color.add(sunColor.clone().multiplyScalar(glow));
  };
}
